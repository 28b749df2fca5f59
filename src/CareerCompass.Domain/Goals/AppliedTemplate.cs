using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>What a template adds to a plan besides the goal's own milestones and tasks.</summary>
/// <param name="FirstOccurrences">The open occurrences of the recurring tasks.</param>
public sealed record AppliedTemplate(
    IReadOnlyList<TaskDependency> Dependencies,
    IReadOnlyList<RecurringTask> RecurringTasks,
    IReadOnlyList<PlanTask> FirstOccurrences
);
