namespace CareerCompass.Domain.Forecasting;

public static class ShippedPrior
{
    /// <summary>Fitted by "dotnet run -c Release --project bench -- forecast FILE FILE --fit", each person counting once,
    /// to 7,617 tasks of 19 people at a software company (Derek M. Jones and Stephen Cullum, "A conversation around the
    /// analysis of the SiP effort estimation dataset", arXiv 1901.01621) and 35,820 tasks of 94 people in several
    /// organisations that plan by the Personal Software Process (Derek M. Jones and William R. Nichols, "The CESAW
    /// dataset: a conversation", arXiv 2106.03679).</summary>
    public static Prior Value { get; } =
        new(
            Level: 0.8310,
            WorkExponent: 0.4836,
            CountExponent: 0.4688,
            Spread: 1.0990,
            Shape:
            [
                0.0005,
                0.0004,
                0.0011,
                0.0010,
                0.0013,
                0.0010,
                0.0015,
                0.0032,
                0.0067,
                0.0081,
                0.0104,
                0.0126,
                0.0208,
                0.0264,
                0.0369,
                0.0466,
                0.0594,
                0.0711,
                0.0812,
                0.0903,
                0.0832,
                0.0851,
                0.0694,
                0.0661,
                0.0514,
                0.0413,
                0.0335,
                0.0273,
                0.0189,
                0.0160,
                0.0111,
                0.0061,
                0.0043,
                0.0027,
                0.0011,
                0.0005,
                0.0004,
                0.0003,
                0.0002,
                0.0003,
                0.0003,
            ]
        );
}
