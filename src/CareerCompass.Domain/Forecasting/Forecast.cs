namespace CareerCompass.Domain.Forecasting;

/// <summary>When a goal will be done. See docs/forecast.md for the method.</summary>
/// <param name="PlanEnd">The day on which the schedule ends; null when the work does not fit into ten years.</param>
/// <param name="Chance">Chance of meeting the target, 0 to 1.</param>
/// <param name="PaceMinutes">Estimated minutes that the person completes in a usual week, for all goals.</param>
/// <param name="Finished">Number of the person's finished tasks that the forecast is based on.</param>
/// <param name="Unestimated">Open tasks without an estimate, which count as an hour each.</param>
/// <param name="CorrectedByGoals">Achieved goals whose forecasts corrected this one; 0 when there are too few.</param>
public sealed record Forecast(
    DateOnly? PlanEnd,
    DateOnly P10,
    DateOnly P50,
    DateOnly P70,
    DateOnly P80,
    DateOnly P90,
    double Chance,
    int PaceMinutes,
    int Finished,
    int Unestimated,
    int CorrectedByGoals
)
{
    /// <summary>Whether the forecast uses the person's own history rather than typical plans.</summary>
    public bool IsFromHistory => Finished >= TrackRecord.MinFinishedTasks;

    public bool PlanMeets(DateOnly target) => PlanEnd <= target;
}
