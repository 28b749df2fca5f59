using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>How reliable forecasts are: about 80 % of P80 dates should hold.</summary>
/// <param name="GoalCount">Number of scored goals.</param>
public sealed record Calibration(
    IReadOnlyList<CalibrationScore> CalibrationScores,
    CalibrationScore TargetScore,
    int GoalCount
)
{
    public bool HasScores => GoalCount > 0;

    public static Calibration From(IReadOnlyCollection<ForecastOutcome> outcomes, DateOnly today)
    {
        var scorable = outcomes
            .Where(forecastOutcome =>
                forecastOutcome.Week.AddDays(6) >= forecastOutcome.StartedOn
                && forecastOutcome.State != GoalState.Paused
            )
            .ToList();
        CalibrationScore Of(double? predictedChance, Func<ForecastOutcome, DateOnly> date)
        {
            var known = scorable
                .Select(forecastOutcome => DidDateHold(forecastOutcome, date(forecastOutcome), today))
                .OfType<bool>()
                .ToList();
            return new CalibrationScore(predictedChance, known.Count(held => held), known.Count);
        }

        return new Calibration(
            [
                Of(0.1, forecastOutcome => forecastOutcome.P10),
                Of(0.5, forecastOutcome => forecastOutcome.P50),
                Of(0.8, forecastOutcome => forecastOutcome.P80),
                Of(0.9, forecastOutcome => forecastOutcome.P90),
            ],
            Of(null, forecastOutcome => forecastOutcome.Target),
            scorable
                .Where(forecastOutcome =>
                    DidDateHold(forecastOutcome, forecastOutcome.P10, today) is not null
                    || DidDateHold(forecastOutcome, forecastOutcome.Target, today) is not null
                )
                .Select(forecastOutcome => forecastOutcome.GoalId)
                .Distinct()
                .Count()
        );
    }

    /// <summary>Null while the outcome is unknown, and permanently if the goal was given up first.</summary>
    private static bool? DidDateHold(ForecastOutcome forecastOutcome, DateOnly date, DateOnly today) =>
        forecastOutcome switch
        {
            { State: GoalState.Achieved, EndedOn: { } ended } => ended <= date,
            { EndedOn: { } ended } => ended > date ? false : null,
            _ => today > date ? false : null,
        };
}
