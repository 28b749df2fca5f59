using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>Where a goal stands today: bearing, forecast, and the facts they follow from. A pure function of facts and day.</summary>
public sealed record GoalStatus(GoalFacts Facts, GoalStatusKind Kind, Forecast? Forecast, int IdleDays)
{
    /// <summary>Days without tick, effort or check-in after which a goal is stalled: two weekly review periods.</summary>
    public const int StalledAfterDays = 14;

    public ForecastEvidence ForecastEvidence =>
        new(Facts.Target, Forecast?.P50, Forecast?.P80, Facts.OpenMinutes, Forecast?.PaceMinutes ?? 0, IdleDays);

    public static GoalStatus Evaluate(GoalFacts facts, Forecaster forecaster)
    {
        // Seasons off are not idle
        var idle = forecaster.WorkingTime.WorkingDaysBetween(facts.LastActivity, forecaster.Inputs.Today);
        var forecast =
            facts.State is GoalState.Active && facts.OpenEstimated > 0 ? forecaster.ForecastFor(facts) : null;
        return new GoalStatus(facts, DetermineKind(facts, forecast, idle), forecast, idle);
    }

    /// <summary>How a goal stood on a day gone by, as far as that is still known: without a forecast.</summary>
    /// <param name="recordedKind">The bearing that was sighted then.</param>
    public static GoalStatus ForPastDay(GoalFacts facts, GoalStatusKind? recordedKind) =>
        new(
            facts,
            KindWhenInactive(facts.State)
                ?? (
                    recordedKind is { } active and > GoalStatusKind.Retired ? active
                    : facts.OpenEstimated == 0 ? GoalStatusKind.NoPlan
                    : GoalStatusKind.OnCourse
                ),
            null,
            0
        );

    /// <summary>The bearing of a goal that is not pursued; null of one that is.</summary>
    public static GoalStatusKind? KindWhenInactive(GoalState state) =>
        state switch
        {
            GoalState.Paused => GoalStatusKind.Paused,
            GoalState.Achieved => GoalStatusKind.Achieved,
            GoalState.Retired => GoalStatusKind.Retired,
            _ => null,
        };

    private static GoalStatusKind DetermineKind(GoalFacts facts, Forecast? forecast, int idle) =>
        KindWhenInactive(facts.State)
        ?? facts switch
        {
            _ when forecast is null => GoalStatusKind.NoPlan,
            _ when idle >= StalledAfterDays => GoalStatusKind.Stalled,
            _ when forecast.P50 > facts.Target => GoalStatusKind.OffCourse,
            _ when forecast.P80 > facts.Target => GoalStatusKind.Drifting,
            _ => GoalStatusKind.OnCourse,
        };
}
