namespace CareerCompass.Domain.Planning;

/// <summary>A goal to lay out.</summary>
/// <param name="EarliestStart">The day on which its pause ends; nothing is placed in a week that began before it.</param>
/// <param name="Tasks">Its open tasks in their order, without occurrences of series.</param>
public sealed record SchedulableGoal(
    Guid Id,
    string Title,
    DateOnly Target,
    DateOnly? EarliestStart,
    IReadOnlyList<SchedulableMilestone> Milestones,
    IReadOnlyList<SchedulableTask> Tasks
);
