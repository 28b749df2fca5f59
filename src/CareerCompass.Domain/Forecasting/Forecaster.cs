using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's schedule and track record on a day, shared by all of their goals. A forecast is the schedule,
/// stretched by how long such plans really take. The record is read as of Monday, so that progress in a week changes the
/// remaining work and nothing else.</summary>
public sealed class Forecaster
{
    /// <summary>Weeks over which done recurring tasks are averaged.</summary>
    private const int RecurringWeeks = 26;

    /// <summary>Share of the capacity that recurring tasks leave at least.</summary>
    private const double MinFreeShare = 0.25;

    /// <summary>Days of activity after which there is evidence even without finished tasks.</summary>
    private const int EvidenceDays = 14;

    private readonly double freeWeekMinutes;
    private readonly QuantileCorrection correction;

    /// <param name="prior">Null for the one that ships.</param>
    public Forecaster(ForecastInputs inputs, Prior? prior = null)
    {
        Inputs = inputs;
        var (today, asOf) = (inputs.Today, IsoWeek.Monday(inputs.Today));
        (Schedule, DependencyCycle) = CreateSchedule(inputs.Plan);
        var past = inputs.PastTasks.Where(task => task.StartedOn < asOf).ToList();
        var first = past.Count > 0 ? past.Min(task => task.StartedOn) : asOf;
        var weekMinutes = AverageWeeklyMinutes(inputs.Plan.Capacities, first, asOf);
        freeWeekMinutes = weekMinutes - Math.Min(RecurringMinutes(first, asOf), weekMinutes * (1 - MinFreeShare));
        var pausesWithoutWork = inputs.Pauses.Where(pause => !past.Exists(task => WasWorkedOn(task, pause)));
        WorkingTime = new WorkingTime(
            inputs.Plan.Capacities,
            [.. inputs.Plan.DaysOff, .. pausesWithoutWork],
            weekMinutes
        );
        TrackRecord = new TrackRecord(
            past.Select(task => task.DoneOn < asOf ? task : task with { DoneOn = null }),
            asOf,
            WorkingTime,
            prior ?? ShippedPrior.Value,
            freeWeekMinutes
        );
        correction = new QuantileCorrection([.. inputs.PastForecasts.Where(forecast => forecast.AchievedOn < asOf)]);
        HasEvidence =
            inputs.PastTasks.Count(task => task.DoneOn is not null) >= TrackRecord.MinFinishedTasks
            || inputs.PastTasks.Any(task => task.StartedOn <= today.AddDays(-EvidenceDays));
    }

    public ForecastInputs Inputs { get; }

    public Schedule Schedule { get; }

    /// <summary>Set when tasks depend on each other in a circle; the schedule then ignores dependencies.</summary>
    public DomainRuleException? DependencyCycle { get; }

    public WorkingTime WorkingTime { get; }

    public TrackRecord TrackRecord { get; }

    /// <summary>Whether there are three finished tasks or two weeks of activity.</summary>
    public bool HasEvidence { get; }

    /// <summary>Start of the history that counts, four years ago; older tasks have almost no weight.</summary>
    public static DateOnly HistoryStart(DateOnly today) => today.AddDays(-7 * 208);

    /// <summary>Null when the goal is not in the schedule, or has nothing to do.</summary>
    public Forecast? ForecastFor(Guid goalId, DateOnly target)
    {
        if (!Schedule.Goals.TryGetValue(goalId, out var goal) || goal.Work.Tasks < 1)
        {
            return null;
        }

        DateOnly By(double chance) => DateBy(goal, correction.LevelFor(chance));
        return new Forecast(
            goal.End,
            By(0.1),
            By(0.5),
            By(0.7),
            By(0.8),
            By(0.9),
            target < Inputs.Today ? 0 : correction.ChanceOf(LevelOf(goal, target)),
            (int)Math.Round(TrackRecord.PaceMinutes),
            TrackRecord.Finished,
            goal.UnestimatedCount,
            correction.IsActive ? correction.GoalCount : 0
        );
    }

    private DateOnly DateBy(ScheduledGoal goal, double level)
    {
        double Minutes(Workload work) => TrackRecord.WeeksToFinish(level, work) * freeWeekMinutes;
        var date = goal.Curve.DayAfter(Minutes(goal.Work));
        foreach (var start in goal.FixedStarts)
        {
            var fromStart = goal.Curve.DayAfter(goal.Curve.MinutesBefore(start.Week) + Minutes(start.Work));
            date = fromStart > date ? fromStart : date;
        }

        return date;
    }

    private double LevelOf(ScheduledGoal goal, DateOnly target)
    {
        var minutes = goal.Curve.MinutesThrough(target);
        double Chance(double available, Workload work) => TrackRecord.ChanceWithin(available / freeWeekMinutes, work);
        return goal.FixedStarts.Aggregate(Chance(minutes, goal.Work), (chance, start) =>
            Math.Min(chance, Chance(minutes - goal.Curve.MinutesBefore(start.Week), start.Work))
        );
    }

    private static (Schedule, DomainRuleException?) CreateSchedule(ScheduleInputs plan)
    {
        try
        {
            return (Schedule.Create(plan), null);
        }
        catch (DomainRuleException cycle)
        {
            return (Schedule.Create(plan.WithoutDependencies()), cycle);
        }
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

    private double RecurringMinutes(DateOnly first, DateOnly asOf)
    {
        var weeks = Math.Min(RecurringWeeks, (asOf.DayNumber - first.DayNumber) / 7);
        var since = asOf.AddDays(-7 * weeks);
        var done = Inputs.PastRecurringMinutes.Where(week => week.Week >= since && week.Week < asOf);
        return weeks == 0 ? 0 : done.Sum(week => week.Minutes) / (double)weeks;
    }

    private static bool WasWorkedOn(PastTask task, DaySpan span) =>
        Contains(span, task.StartedOn) || (task.DoneOn is { } done && Contains(span, done));

    private static bool Contains(DaySpan span, DateOnly day) => span.First <= day && day <= span.Last;
}
