namespace CareerCompass.Domain.Forecasting;

/// <summary>How often predicted dates held.</summary>
/// <param name="PredictedChance">0 to 1; null for the person's own target.</param>
/// <param name="KnownCount">Goals with a known outcome: achieved, or still pursued when the date passed.</param>
public sealed record CalibrationScore(double? PredictedChance, int HeldCount, int KnownCount)
{
    /// <summary>0 to 1.</summary>
    public double Share => KnownCount == 0 ? 0 : HeldCount / (double)KnownCount;
}
