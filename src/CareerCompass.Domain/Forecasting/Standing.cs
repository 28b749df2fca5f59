using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>Where a goal stands today. Declared in the order in which the first match wins.</summary>
public enum Bearing
{
    Paused,
    Achieved,
    Retired,
    NoRoute,
    Stalled,
    OffCourse,
    Drifting,
    OnCourse,
}

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

    public DateOnly? LastTick { get; init; }

    public DateOnly? LastEffort { get; init; }

    /// <summary>The day of the last review in which the goal was checked in.</summary>
    public DateOnly? LastCheckIn { get; init; }

    /// <summary>0 to 1: the share of the work that is done. A task without an estimate counts as an average one.</summary>
    public double Progress
    {
        get
        {
            var average = OpenEstimated + DoneEstimated == 0 ? 1d : (OpenMinutes + DoneMinutes) / (double)(OpenEstimated + DoneEstimated);
            var done = DoneMinutes + (average * (Done - DoneEstimated));
            var open = OpenMinutes + (average * (Open - OpenEstimated));
            return done + open == 0 ? 0 : done / (done + open);
        }
    }

    /// <summary>Of a goal that nothing is known of but its route.</summary>
    public static GoalFacts Of(Guid ownerId, Guid id, Route route) =>
        new GoalFacts { Id = id, OwnerId = ownerId, Title = route.Title, State = route.State, Target = route.Target, StartedOn = route.StartedOn }.On(route);

    /// <summary>The same were its goal on a route.</summary>
    public GoalFacts On(Route route) => (this with
    {
        State = route.State,
        PausedUntil = route.PausedUntil,
        Target = route.Target,
        StartedOn = route.StartedOn,
    }).Counting([.. route.Tasks]);

    /// <summary>The same with its tasks counted.</summary>
    /// <param name="tasks">All of the goal's tasks but occurrences of a series.</param>
    public GoalFacts Counting(IReadOnlyCollection<Route.Step> tasks)
    {
        var (open, done) = (tasks.Where(task => task.DoneOn is null).ToList(), tasks.Where(task => task.DoneOn is not null).ToList());
        return this with
        {
            Open = open.Count,
            OpenEstimated = open.Count(task => task.Estimate is not null),
            OpenMinutes = open.Sum(task => task.Estimate ?? 0),
            Done = done.Count,
            DoneEstimated = done.Count(task => task.Estimate is not null),
            DoneMinutes = done.Sum(task => task.Estimate ?? 0),
            LastTick = done.Max(task => task.DoneOn),
        };
    }

    /// <summary>The last day on which something happened: a tick, effort, a check-in, or its start.</summary>
    public DateOnly LastActivity => new[] { StartedOn, LastTick, LastEffort, LastCheckIn }.Max()!.Value;
}

/// <summary>Where a goal stands today: bearing, forecast, and the facts they follow from. A pure function of facts and day.</summary>
public sealed record Standing(GoalFacts Facts, Bearing Bearing, Forecast? Forecast, int IdleDays)
{
    /// <summary>Days without tick, effort or check-in after which a goal is stalled: two weekly review periods.</summary>
    public const int StalledAfterDays = 14;

    public Evidence Evidence => new(
        Facts.Target, Forecast?.P50, Forecast?.P80, Facts.OpenMinutes, Forecast?.PaceMinutes ?? 0, IdleDays);

    public static Standing Of(GoalFacts facts, Outlook outlook)
    {
        // Seasons off are not idle
        var idle = outlook.Clock.Days(facts.LastActivity, outlook.Facts.Today);
        var forecast = facts.State is GoalState.Active && facts.OpenEstimated > 0 ? outlook.For(facts) : null;
        return new Standing(facts, BearingOf(facts, forecast, idle), forecast, idle);
    }

    /// <summary>How a goal stood on a day gone by, as far as that is still known: without a forecast.</summary>
    /// <param name="seen">The bearing that was sighted then.</param>
    public static Standing Then(GoalFacts facts, Bearing? seen) => new(
        facts, Resting(facts.State) ?? (seen is { } active and > Bearing.Retired ? active : facts.OpenEstimated == 0 ? Bearing.NoRoute : Bearing.OnCourse), null, 0);

    /// <summary>The bearing of a goal that is not pursued; null of one that is.</summary>
    public static Bearing? Resting(GoalState state) => state switch
    {
        GoalState.Paused => Bearing.Paused,
        GoalState.Achieved => Bearing.Achieved,
        GoalState.Retired => Bearing.Retired,
        _ => null,
    };

    private static Bearing BearingOf(GoalFacts facts, Forecast? forecast, int idle) => Resting(facts.State) ?? facts switch
    {
        _ when forecast is null => Bearing.NoRoute,
        _ when idle >= StalledAfterDays => Bearing.Stalled,
        _ when forecast.P50 > facts.Target => Bearing.OffCourse,
        _ when forecast.P80 > facts.Target => Bearing.Drifting,
        _ => Bearing.OnCourse,
    };
}
