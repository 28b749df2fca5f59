namespace CareerCompass.Domain.Forecasting;

internal static class NormalTail
{
    /// <summary>The mean of a standard normal variable beyond a value (Abramowitz and Stegun 1964, 26.2.17).</summary>
    public static double MeanBeyond(double value)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(value)));
        var tail =
            t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        var density = Math.Exp(-value * value / 2) * 0.3989422804;
        return value >= 0 ? 1 / tail : density / (1 - (density * tail));
    }
}
