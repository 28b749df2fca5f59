using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's working time and track record on a day: one for all of their goals. A pure function of its facts.</summary>
public sealed class Forecaster
{
    /// <summary>Weeks over which it is seen to which goals the person gives their time.</summary>
    private const int ShareWeeks = 8;

    /// <summary>Weeks of hours, shared evenly, that count as if they had been seen.</summary>
    private const int EvenWeeks = 4;

    /// <summary>Minutes that a task without an estimate counts, before others tell.</summary>
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

    /// <summary>The first day of the history that counts: what is older weighs next to nothing.</summary>
    public static DateOnly HistoryStart(DateOnly today) => today.AddDays(-7 * 104);

    /// <summary>When a goal will be done.</summary>
    /// <param name="goal">One with open tasks.</param>
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

        // The morning after the target: that day itself still counts
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

    /// <summary>The part of the person's time that a goal gets: as in the last weeks, evenly where there is nothing to see.</summary>
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
