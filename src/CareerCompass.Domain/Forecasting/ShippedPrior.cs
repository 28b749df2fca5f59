namespace CareerCompass.Domain.Forecasting;

public static class ShippedPrior
{
    /// <summary>Fitted to 7,617 tasks of a software company, 2004 to 2014 (Derek M. Jones and Stephen Cullum, "A
    /// conversation around the analysis of the SiP effort estimation dataset", arXiv 1901.01621), by "dotnet run -c
    /// Release --project bench -- forecast --fit". Cold start: student theses took 55.5 days where 33.9 were predicted,
    /// and 30 % were on time (Buehler, Griffin and Ross 1994, "Exploring the planning fallacy", doi
    /// 10.1037/0022-3514.67.3.366, study 1).</summary>
    public static Prior Value { get; } =
        new(
            0.769,
            0.551,
            0.443,
            0.695,
            -0.329,
            [
                -2.64,
                -2.20,
                -1.92,
                -1.72,
                -1.55,
                -1.40,
                -1.27,
                -1.15,
                -1.04,
                -0.93,
                -0.83,
                -0.73,
                -0.63,
                -0.56,
                -0.48,
                -0.41,
                -0.33,
                -0.25,
                -0.17,
                -0.10,
                -0.02,
                0.06,
                0.14,
                0.22,
                0.30,
                0.38,
                0.47,
                0.55,
                0.64,
                0.73,
                0.82,
                0.92,
                1.03,
                1.15,
                1.29,
                1.44,
                1.60,
                1.77,
                1.95,
                2.18,
                2.61,
            ],
            new ColdStartPrior(MedianRatio: 1.64, Spread: 0.75)
        );
}
