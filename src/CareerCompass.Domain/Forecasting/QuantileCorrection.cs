namespace CareerCompass.Domain.Forecasting;

/// <summary>Corrects a person's quantiles by how their earlier forecasts turned out: if only six in ten goals were done
/// by their P80 date, a later quantile is needed to be right eight times in ten. This is split conformal prediction (Vovk
/// et al. 2005, "Algorithmic Learning in a Random World") with levels shrunk towards the nominal ones.</summary>
public sealed class QuantileCorrection
{
    /// <summary>Achieved goals from which forecasts are corrected.</summary>
    public const int MinGoals = 5;

    /// <summary>Goals that the nominal levels count as.</summary>
    private const double NominalWeight = 10;

    /// <summary>Levels beyond these are left alone.</summary>
    private const double Outermost = 0.02;

    private static readonly double[] Levels = [0, 0.1, 0.5, 0.8, 0.9, 1];

    private readonly double[] held = [.. Levels];

    /// <param name="pastForecasts">Each goal counts once, however many forecasts it had.</param>
    public QuantileCorrection(IReadOnlyCollection<PastForecast> pastForecasts)
    {
        GoalCount = pastForecasts.Count;
        if (!IsActive)
        {
            return;
        }

        Func<PastForecast, int>[] counts =
        [
            past => past.HeldP10,
            past => past.HeldP50,
            past => past.HeldP80,
            past => past.HeldP90,
        ];
        for (var level = 0; level < counts.Length; level++)
        {
            var sum = pastForecasts.Sum(past => counts[level](past) / (double)past.Forecasts);
            held[level + 1] = ((NominalWeight * Levels[level + 1]) + sum) / (NominalWeight + GoalCount);
        }
    }

    public int GoalCount { get; }

    public bool IsActive => GoalCount >= MinGoals;

    /// <summary>The level whose dates really hold with the given chance.</summary>
    /// <param name="chance">0 to 1.</param>
    public double LevelFor(double chance) => IsActive ? Clamp(Interpolate(held, Levels, chance), chance) : chance;

    /// <summary>The chance with which dates of a level really hold.</summary>
    /// <param name="level">0 to 1.</param>
    public double ChanceOf(double level) => IsActive ? Interpolate(Levels, held, level) : level;

    private static double Clamp(double level, double chance) =>
        Math.Clamp(level, Math.Min(Outermost, chance), Math.Max(1 - Outermost, chance));

    private static double Interpolate(double[] from, double[] to, double value)
    {
        for (var index = 1; index < from.Length; index++)
        {
            if (value <= from[index])
            {
                var width = from[index] - from[index - 1];
                var share = width <= 0 ? 1 : (value - from[index - 1]) / width;
                return to[index - 1] + (share * (to[index] - to[index - 1]));
            }
        }

        return to[^1];
    }
}
