namespace CareerCompass.Domain.Planning;

/// <param name="EarliestStart">The end of the goal's pause; weeks that start before it get no allocations.</param>
public sealed record SchedulableGoal(
    Guid Id,
    string Title,
    DateOnly Target,
    DateOnly? EarliestStart,
    IReadOnlyList<SchedulableMilestone> Milestones,
    IReadOnlyList<SchedulableTask> Tasks
)
{
    /// <summary>Minutes that its recurring tasks take, by week.</summary>
    public IReadOnlyList<WeekMinutes> RecurringMinutes { get; init; } = [];
}
