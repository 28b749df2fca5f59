using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>How often dates held.</summary>
/// <param name="PredictedChance">0 to 1: the chance that they were given; null where it is the person's own target.</param>
/// <param name="HeldCount">Goals were achieved on or before them.</param>
/// <param name="KnownCount">Those of which it is known: the goal was achieved, or they passed while it was pursued.</param>
public sealed record CalibrationScore(double? PredictedChance, int HeldCount, int KnownCount)
{
    /// <summary>0 to 1.</summary>
    public double Share => KnownCount == 0 ? 0 : HeldCount / (double)KnownCount;
}
