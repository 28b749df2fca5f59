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
    public const int SchemaVersion = 3;

    public sealed record MilestoneSnapshot(Guid Id, string Title, DateOnly Date, DateOnly? ReachedOn);

    /// <param name="PinnedWeek">Null in snapshots before schema 3.</param>
    public sealed record TaskSnapshot(
        Guid Id,
        string Title,
        int? Estimate,
        Guid? MilestoneId,
        DateOnly? DoneOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? PinnedWeek = null
    );

    /// <summary>Takes a snapshot. The goal's milestones and tasks must be loaded.</summary>
    public static PlanSnapshot From(Goal goal)
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
                task.IsDone ? null : task.PinnedWeek
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

    /// <summary>The goal as the schedule sees it.</summary>
    /// <param name="current">The goal in the current schedule, which knows dependencies, logged time and recurring
    /// tasks; null for a new goal.</param>
    public SchedulableGoal ToSchedulable(Guid goalId, SchedulableGoal? current)
    {
        var known = (current?.Tasks ?? []).ToDictionary(task => task.Id);
        return new SchedulableGoal(
            goalId,
            Title,
            Target,
            PausedUntil,
            [
                .. Milestones.Select(milestone => new SchedulableMilestone(
                    milestone.Id,
                    milestone.Title,
                    milestone.Date
                )),
            ],
            [
                .. Tasks
                    .Where(task => task.DoneOn is null)
                    .Select(task => new SchedulableTask(
                        task.Id,
                        task.Title,
                        task.Estimate,
                        task.MilestoneId,
                        known.GetValueOrDefault(task.Id)?.DependsOn ?? [],
                        task.PinnedWeek,
                        known.GetValueOrDefault(task.Id)?.LoggedMinutes ?? 0
                    )),
            ]
        )
        {
            RecurringMinutes = State == GoalState.Active ? current?.RecurringMinutes ?? [] : [],
        };
    }
}
