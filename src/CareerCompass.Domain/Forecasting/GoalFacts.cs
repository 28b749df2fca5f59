using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>What a goal's standing follows from. Occurrences of a series are left out of every count.</summary>
public sealed record GoalFacts
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string Title { get; init; }

    public required GoalState State { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public required DateOnly Target { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>See <see cref="Goal.Priority"/>.</summary>
    public int Priority { get; init; }

    /// <summary>Tasks still to do, and those among them with an estimate.</summary>
    public int Open { get; init; }

    public int OpenEstimated { get; init; }

    /// <summary>Minutes: the estimates of the tasks still to do.</summary>
    public int OpenMinutes { get; init; }

    public int Done { get; init; }

    public int DoneEstimated { get; init; }

    public int DoneMinutes { get; init; }

    public DateOnly? LastTaskDoneOn { get; init; }

    public DateOnly? LastTimeEntryOn { get; init; }

    /// <summary>The day of the last review in which the goal was checked in.</summary>
    public DateOnly? LastCheckInOn { get; init; }

    /// <summary>0 to 1: the share of the work that is done. A task without an estimate counts as an average one.</summary>
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

    /// <summary>Of a goal that nothing is known of but its route.</summary>
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

    /// <summary>The same were its goal on a route.</summary>
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

    /// <summary>The same with its tasks counted.</summary>
    /// <param name="tasks">All of the goal's tasks but occurrences of a series.</param>
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

    /// <summary>The last day on which something happened: a tick, effort, a check-in, or its start.</summary>
    public DateOnly LastActivity => new[] { StartedOn, LastTaskDoneOn, LastTimeEntryOn, LastCheckInOn }.Max()!.Value;
}
