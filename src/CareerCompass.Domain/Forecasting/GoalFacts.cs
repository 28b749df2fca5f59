using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>The facts that determine a goal's status. Counts exclude occurrences of recurring tasks.</summary>
public sealed record GoalFacts
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Title { get; init; }

    public required GoalState State { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public required DateOnly Target { get; init; }

    public required DateOnly StartedOn { get; init; }

    public int Priority { get; init; }

    public int Open { get; init; }

    public int OpenEstimated { get; init; }

    /// <summary>Sum of the estimates of open tasks, in minutes.</summary>
    public int OpenMinutes { get; init; }

    public int Done { get; init; }

    public int DoneEstimated { get; init; }

    public int DoneMinutes { get; init; }

    public DateOnly? LastTaskDoneOn { get; init; }

    public DateOnly? LastTimeEntryOn { get; init; }

    public DateOnly? LastCheckInOn { get; init; }

    /// <summary>Share of the work that is done, 0 to 1. A task without an estimate counts as an average one.</summary>
    public double Progress
    {
        get
        {
            var average =
                OpenEstimated + DoneEstimated == 0
                    ? 1d
                    : (OpenMinutes + DoneMinutes) / (double)(OpenEstimated + DoneEstimated);
            var done = DoneMinutes + (average * (Done - DoneEstimated));
            var open = OpenMinutes + (average * (Open - OpenEstimated));
            return done + open == 0 ? 0 : done / (done + open);
        }
    }

    /// <summary>Facts of a goal of which only the plan is known.</summary>
    public static GoalFacts From(Guid ownerId, Guid id, PlanSnapshot planSnapshot) =>
        new GoalFacts
        {
            Id = id,
            OwnerId = ownerId,
            Title = planSnapshot.Title,
            State = planSnapshot.State,
            Target = planSnapshot.Target,
            StartedOn = planSnapshot.StartedOn,
        }.WithPlan(planSnapshot);

    public GoalFacts WithPlan(PlanSnapshot planSnapshot) =>
        (
            this with
            {
                State = planSnapshot.State,
                PausedUntil = planSnapshot.PausedUntil,
                Target = planSnapshot.Target,
                StartedOn = planSnapshot.StartedOn,
            }
        ).WithTaskCounts([.. planSnapshot.Tasks]);

    /// <param name="tasks">All tasks of the goal except occurrences of recurring tasks.</param>
    public GoalFacts WithTaskCounts(IReadOnlyCollection<PlanSnapshot.TaskSnapshot> tasks)
    {
        var (open, done) = (
            tasks.Where(task => task.DoneOn is null).ToList(),
            tasks.Where(task => task.DoneOn is not null).ToList()
        );
        return this with
        {
            Open = open.Count,
            OpenEstimated = open.Count(task => task.Estimate is not null),
            OpenMinutes = open.Sum(task => task.Estimate ?? 0),
            Done = done.Count,
            DoneEstimated = done.Count(task => task.Estimate is not null),
            DoneMinutes = done.Sum(task => task.Estimate ?? 0),
            LastTaskDoneOn = done.Max(task => task.DoneOn),
        };
    }

    /// <summary>The latest of start, task completion, time entry and check-in.</summary>
    public DateOnly LastActivity => new[] { StartedOn, LastTaskDoneOn, LastTimeEntryOn, LastCheckInOn }.Max()!.Value;
}
