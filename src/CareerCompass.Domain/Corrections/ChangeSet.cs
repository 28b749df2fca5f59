using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>Everything a correction changed, before and after, so that it can be undone.</summary>
public sealed record ChangeSet(IReadOnlyList<ChangeSet.GoalChange> Goals, ChangeSet.CapacityChange? Capacity = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="Before">Null when the correction created the goal.</param>
    public sealed record GoalChange(
        Guid Id,
        string Title,
        GoalValues? Before,
        GoalValues After,
        IReadOnlyList<MilestoneChange> Milestones,
        IReadOnlyList<TaskChange> Tasks
    );

    public sealed record MilestoneChange(Guid Id, MilestoneValues? Before, MilestoneValues After);

    public sealed record TaskChange(Guid Id, TaskValues? Before, TaskValues After);

    /// <param name="Week">The Monday from which the new weekly minutes apply.</param>
    /// <param name="OwnRowBefore">The minutes stored for this week; null when an earlier row applied.</param>
    public sealed record CapacityChange(DateOnly Week, int MinutesBefore, int? OwnRowBefore, int MinutesAfter);

    public sealed record GoalValues(
        DateOnly Target,
        GoalState State,
        DateOnly? PausedUntil,
        DateOnly StartedOn,
        DateOnly? EndedOn
    )
    {
        internal static GoalValues From(Goal goal) =>
            new(goal.Target, goal.State, goal.PausedUntil, goal.StartedOn, goal.EndedOn);
    }

    public sealed record MilestoneValues(string Title, DateOnly Date, DateOnly? ReachedOn, bool IsTrashed)
    {
        internal static MilestoneValues From(Milestone milestone) =>
            new(milestone.Title, milestone.Date, milestone.ReachedOn, milestone.TrashedAt is not null);
    }

    public sealed record TaskValues(
        int? Estimate,
        Guid? MilestoneId,
        DateOnly? DoneOn,
        bool IsTrashed,
        DateOnly? PinnedWeek = null
    )
    {
        internal static TaskValues From(PlanTask task) =>
            new(task.Estimate, task.MilestoneId, task.DoneOn, task.TrashedAt is not null, task.PinnedWeek);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ChangeSet FromJson(string json) => JsonSerializer.Deserialize<ChangeSet>(json, Json)!;

    internal static GoalChange ForCreatedGoal(Goal goal) =>
        new(
            goal.Id,
            goal.Title,
            null,
            GoalValues.From(goal),
            [
                .. goal.Milestones.Select(milestone => new MilestoneChange(
                    milestone.Id,
                    null,
                    MilestoneValues.From(milestone)
                )),
            ],
            [.. goal.Tasks.Select(task => new TaskChange(task.Id, null, TaskValues.From(task)))]
        );

    /// <summary>Captures a goal before a correction, to record what the correction changes.</summary>
    internal sealed class GoalChangeTracker(Goal goal)
    {
        private readonly GoalValues goalBefore = GoalValues.From(goal);
        private readonly Dictionary<Guid, MilestoneValues> milestonesBefore = goal.Milestones.ToDictionary(
            milestone => milestone.Id,
            MilestoneValues.From
        );
        private readonly Dictionary<Guid, TaskValues> tasksBefore = goal.Tasks.ToDictionary(
            task => task.Id,
            TaskValues.From
        );

        public GoalChange GetChange() =>
            new(
                goal.Id,
                goal.Title,
                goalBefore,
                GoalValues.From(goal),
                [
                    .. goal
                        .Milestones.Select(milestone => new MilestoneChange(
                            milestone.Id,
                            milestonesBefore.GetValueOrDefault(milestone.Id),
                            MilestoneValues.From(milestone)
                        ))
                        .Where(mark => mark.Before != mark.After),
                ],
                [
                    .. goal
                        .Tasks.Select(task => new TaskChange(
                            task.Id,
                            tasksBefore.GetValueOrDefault(task.Id),
                            TaskValues.From(task)
                        ))
                        .Where(mark => mark.Before != mark.After),
                ]
            );
    }
}
