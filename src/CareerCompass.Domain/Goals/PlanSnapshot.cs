using System.Text.Json.Serialization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A goal's plan at a point in time, kept in a <see cref="Revision"/>.</summary>
public sealed record PlanSnapshot(
    string Title,
    GoalState State,
    DateOnly Target,
    DateOnly? PausedUntil,
    DateOnly StartedOn,
    IReadOnlyList<PlanSnapshot.MilestoneSnapshot> Milestones,
    IReadOnlyList<PlanSnapshot.TaskSnapshot> Tasks
)
{
    /// <summary>Version of the JSON. Increase it with every change that older readers would not understand.</summary>
    public const int SchemaVersion = 2;

    public sealed record MilestoneSnapshot(Guid Id, string Title, DateOnly Date, DateOnly? ReachedOn);

    /// <param name="Allocations">Null when the task is not scheduled, and in snapshots before schema 2.</param>
    public sealed record TaskSnapshot(
        Guid Id,
        string Title,
        int? Estimate,
        Guid? MilestoneId,
        DateOnly? DoneOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<AllocationSnapshot>? Allocations = null
    );

    public sealed record AllocationSnapshot(DateOnly Week, int Minutes, bool IsPinned);

    public ILookup<Guid, AllocationSnapshot> AllocationsByTask() =>
        Tasks
            .SelectMany(task => (task.Allocations ?? []).Select(allocation => (task.Id, allocation)))
            .ToLookup(pair => pair.Id, pair => pair.allocation);

    public static ILookup<Guid, AllocationSnapshot> AllocationsByTask(IEnumerable<TaskAllocation> taskAllocations) =>
        taskAllocations
            .OrderBy(taskAllocation => taskAllocation.Week)
            .ToLookup(
                taskAllocation => taskAllocation.TaskId,
                taskAllocation => new AllocationSnapshot(
                    taskAllocation.Week,
                    taskAllocation.Minutes,
                    taskAllocation.IsPinned
                )
            );

    /// <summary>Takes a snapshot. The goal's milestones and tasks must be loaded.</summary>
    public static PlanSnapshot From(Goal goal, ILookup<Guid, AllocationSnapshot>? allocationSnapshots = null)
    {
        var milestoneSnapshots = goal
            .UntrashedMilestones.Select(milestone => new MilestoneSnapshot(
                milestone.Id,
                milestone.Title,
                milestone.Date,
                milestone.ReachedOn
            ))
            .ToList();
        var known = milestoneSnapshots.Select(milestone => milestone.Id).ToHashSet();
        var taskSnapshots = goal
            .UntrashedTasks.Where(task => task.RecurringTaskId is null)
            .Select(task => new TaskSnapshot(
                task.Id,
                task.Title,
                task.Estimate,
                task.MilestoneId is { } id && known.Contains(id) ? id : null,
                task.DoneOn,
                allocationSnapshots?[task.Id].ToList() is { Count: > 0 } weeks ? weeks : null
            ));
        return new PlanSnapshot(
            goal.Title,
            goal.State,
            goal.Target,
            goal.PausedUntil,
            goal.StartedOn,
            milestoneSnapshots,
            taskSnapshots.ToList()
        );
    }
}
