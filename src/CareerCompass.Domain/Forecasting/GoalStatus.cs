using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

public sealed record GoalStatus(GoalFacts Facts, GoalStatusKind Kind, Forecast? Forecast, int IdleDays)
{
    /// <summary>Days without activity after which a goal is stalled: two weekly review periods.</summary>
    public const int StalledAfterDays = 14;

    public ForecastEvidence ForecastEvidence =>
        new(Facts.Target, Forecast?.P50, Forecast?.P80, Facts.OpenMinutes, Forecast?.PaceMinutes ?? 0, IdleDays)
        {
            PlanEnd = Forecast?.PlanEnd,
        };

    public static GoalStatus Evaluate(GoalFacts facts, Forecaster forecaster)
    {
        // Days off do not count as idle
        var idle = forecaster.WorkingTime.WorkingDaysBetween(facts.LastActivity, forecaster.Inputs.Today);
        var forecast =
            facts.State is GoalState.Active && facts.OpenEstimated > 0
                ? forecaster.ForecastFor(facts.Id, facts.Target)
                : null;
        return new GoalStatus(facts, DetermineKind(facts, forecast, idle, forecaster), forecast, idle);
    }

    /// <summary>The status on a past day, without a forecast.</summary>
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

    /// <summary>The status of a goal that is not active; null for an active one.</summary>
    public static GoalStatusKind? KindWhenInactive(GoalState state) =>
        state switch
        {
            GoalState.Paused => GoalStatusKind.Paused,
            GoalState.Achieved => GoalStatusKind.Achieved,
            GoalState.Retired => GoalStatusKind.Retired,
            _ => null,
        };

    // A target that has passed is off course even without a record
    private static GoalStatusKind DetermineKind(GoalFacts facts, Forecast? forecast, int idle, Forecaster forecaster) =>
        KindWhenInactive(facts.State)
        ?? facts switch
        {
            _ when forecast is null => GoalStatusKind.NoPlan,
            _ when idle >= StalledAfterDays => GoalStatusKind.Stalled,
            _ when !forecaster.HasEvidence && facts.Target >= forecaster.Inputs.Today => GoalStatusKind.Early,
            _ when forecast.P50 > facts.Target => GoalStatusKind.OffCourse,
            _ when forecast.P80 > facts.Target || !forecast.PlanMeets(facts.Target) => GoalStatusKind.Drifting,
            _ => GoalStatusKind.OnCourse,
        };
}
