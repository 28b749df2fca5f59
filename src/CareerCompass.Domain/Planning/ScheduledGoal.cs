namespace CareerCompass.Domain.Planning;

/// <summary>A goal's place in the schedule.</summary>
/// <param name="End">The day on which its last task ends; null when it does not fit into ten years.</param>
/// <param name="Work">The work of this goal, and of goals above it that take their hours first.</param>
/// <param name="FixedStarts">What cannot be done before a week, because of pins.</param>
/// <param name="Curve">The minutes that recurring tasks of this goal and those above it leave.</param>
/// <param name="UnestimatedCount">Tasks that count as <see cref="Schedule.DefaultEstimateMinutes"/>.</param>
public sealed record ScheduledGoal(
    Guid GoalId,
    DateOnly? End,
    Workload Work,
    IReadOnlyList<ScheduledGoal.FixedStart> FixedStarts,
    CapacityCurve Curve,
    int UnestimatedCount
)
{
    /// <param name="Week">Index relative to the current week.</param>
    /// <param name="Work">The goal's own work from that week on.</param>
    public readonly record struct FixedStart(int Week, Workload Work);
}
