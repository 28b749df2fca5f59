using System.Text.Json.Serialization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A goal's route as it stood at a moment: what a <see cref="Revision"/> keeps.</summary>
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
    /// <summary>The shape of the JSON. Raise it with every change that an older reader would not understand.</summary>
    public const int SchemaVersion = 2;

    /// <summary>A milestone on the route.</summary>
    public sealed record MilestoneSnapshot(Guid Id, string Title, DateOnly Date, DateOnly? ReachedOn);

    /// <summary>A task on the route, in its order.</summary>
    /// <param name="Allocations">When it is worked on; null when it is not laid out, as in everything that was kept before schema 2.</param>
    public sealed record TaskSnapshot(
        Guid Id,
        string Title,
        int? Estimate,
        Guid? MilestoneId,
        DateOnly? DoneOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<AllocationSnapshot>? Allocations = null
    );

    /// <summary>Minutes of a task in a week.</summary>
    /// <param name="Week">Its Monday.</param>
    public sealed record AllocationSnapshot(DateOnly Week, int Minutes, bool IsPinned);

    /// <summary>The tasks' weeks.</summary>
    public ILookup<Guid, AllocationSnapshot> AllocationsByTask() =>
        Tasks
            .SelectMany(task => (task.Allocations ?? []).Select(allocation => (task.Id, allocation)))
            .ToLookup(pair => pair.Id, pair => pair.allocation);

    /// <summary>The weeks of these placements, by task.</summary>
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

    /// <summary>The route as it stands. The goal's milestones and tasks have to be loaded.</summary>
    /// <param name="allocationSnapshots">When its tasks are worked on.</param>
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
