using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's working time and track record on a day, shared by all of their goals.</summary>
public sealed class Forecaster
{
    /// <summary>Weeks of history that determine how time is shared between goals.</summary>
    private const int ShareWeeks = 8;

    /// <summary>Weeks of evenly shared capacity that are added to the history as a prior.</summary>
    private const int EvenWeeks = 4;

    /// <summary>Assumed minutes of a task without an estimate, until other tasks provide an average.</summary>
    private const double DefaultEstimateMinutes = Schedule.DefaultEstimateMinutes;

    private readonly double usualWeekMinutes;
    private readonly double assumedEstimate;
    private readonly Dictionary<Guid, double> recentMinutesByGoal;

    public Forecaster(ForecastInputs inputs)
    {
        Inputs = inputs;
        var today = inputs.Today;
        var first = inputs.PastTasks.Count > 0 ? inputs.PastTasks.Min(task => task.StartedOn) : today;
        usualWeekMinutes = AverageWeeklyMinutes(inputs.Capacities, first, today);
        var pausesWithoutWork = inputs.Pauses.Where(pause =>
            !inputs.PastTasks.Any(task =>
                Contains(pause, task.StartedOn) || (task.DoneOn is { } done && Contains(pause, done))
            )
        );
        WorkingTime = new WorkingTime(inputs.Capacities, [.. inputs.DaysOff, .. pausesWithoutWork], usualWeekMinutes);
        TrackRecord = new TrackRecord(inputs.PastTasks, today, WorkingTime, ShippedPrior.Value, usualWeekMinutes);
        var from = today.AddDays(-7 * ShareWeeks);
        recentMinutesByGoal = inputs
            .PastTasks.Where(task => task.DoneOn >= from)
            .GroupBy(task => task.GoalId)
            .ToDictionary(goal => goal.Key, goal => goal.Sum(task => task.Minutes));
        var finished = inputs.PastTasks.Where(task => task.DoneOn is not null).ToList();
        assumedEstimate =
            finished.Count >= TrackRecord.MinFinishedTasks
                ? finished.Average(task => task.Minutes)
                : DefaultEstimateMinutes;
    }

    public ForecastInputs Inputs { get; }

    public WorkingTime WorkingTime { get; }

    public TrackRecord TrackRecord { get; }

    /// <summary>Start of the history that counts; older data has almost no weight.</summary>
    public static DateOnly HistoryStart(DateOnly today) => today.AddDays(-7 * 104);

    public Forecast ForecastFor(GoalFacts goal)
    {
        var share = ShareOf(goal.Id);
        var work = new Workload(
            (goal.OpenMinutes + ((goal.Open - goal.OpenEstimated) * assumedEstimate)) / share,
            Math.Max(1, goal.Open) / share
        );
        DateOnly? scheduledUntil = Inputs.LastScheduledWeeks.TryGetValue(goal.Id, out var week) ? week : null;
        DateOnly By(double chance) => WorkingTime.AddWeeks(Inputs.Today, TrackRecord.WeeksToFinish(chance, work));
        DateOnly Planned(double chance) => By(chance) is var day && day < scheduledUntil ? scheduledUntil.Value : day;

        // The morning after the target, because the target day itself still counts
        var targetChance =
            goal.Target < Inputs.Today
                ? 0
                : TrackRecord.ChanceWithin(WorkingTime.WeeksBetween(Inputs.Today, goal.Target.AddDays(1)), work);
        return new Forecast(
            By(0.1),
            Planned(0.5),
            Planned(0.8),
            Planned(0.9),
            goal.Target < scheduledUntil ? Math.Min(targetChance, 0.5) : targetChance,
            (int)Math.Round(TrackRecord.Pace * share),
            TrackRecord.Finished
        );
    }

    /// <summary>The goal's share of the person's time, from recent weeks; even where there is no history.</summary>
    private double ShareOf(Guid goal)
    {
        var active = Inputs.ActiveGoalIds.Append(goal).Distinct().ToList();
        var even = usualWeekMinutes * EvenWeeks / active.Count;
        var all = active.Sum(one => recentMinutesByGoal.GetValueOrDefault(one) + even);
        return Math.Max((recentMinutesByGoal.GetValueOrDefault(goal) + even) / all, 0.5 / active.Count);
    }

    private static double AverageWeeklyMinutes(IReadOnlyList<WeekMinutes> capacities, DateOnly first, DateOnly today)
    {
        var (sum, weeks) = (0d, 0);
        for (var day = today.AddDays(-7); day >= first && weeks < 52; day = day.AddDays(-7), weeks++)
        {
            sum += Capacity.WeeklyMinutesOn(capacities, day);
        }

        return weeks > 0 ? sum / weeks : Capacity.WeeklyMinutesOn(capacities, today);
    }

    private static bool Contains(DaySpan span, DateOnly day) => span.First <= day && day <= span.Last;
}
