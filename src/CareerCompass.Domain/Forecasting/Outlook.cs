using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>What forecasts of a person's goals follow from, but for what is left of each.</summary>
public sealed record OutlookFacts
{
    public required DateOnly Today { get; init; }

    /// <summary>Minutes a week from a week on, in order of time.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    /// <summary>The goals that share the hours.</summary>
    public required IReadOnlyCollection<Guid> Active { get; init; }

    /// <summary>Tasks of all goals, ended ones too, begun since <see cref="Outlook.HistoryFrom"/>; no occurrences of series.</summary>
    public IReadOnlyList<PastTask> Past { get; init; } = [];

    public IReadOnlyList<DaySpan> Off { get; init; } = [];

    /// <summary>While a goal was paused.</summary>
    public IReadOnlyList<DaySpan> Pauses { get; init; } = [];

    /// <summary>The last week, by its Monday, in which an open task of a goal was placed.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> LastPlaced { get; init; } = new Dictionary<Guid, DateOnly>();
}

/// <summary>A person's working time and track record on a day: one for all of their goals. A pure function of its facts.</summary>
public sealed class Outlook
{
    /// <summary>Weeks over which it is seen to which goals the person gives their time.</summary>
    private const int ShareWeeks = 8;

    /// <summary>Weeks of hours, shared evenly, that count as if they had been seen.</summary>
    private const int EvenWeeks = 4;

    /// <summary>Minutes that a task without an estimate counts, before others tell.</summary>
    private const double Guess = Layout.Guess;

    private readonly double usual;
    private readonly double guess;
    private readonly Dictionary<Guid, double> recent;

    public Outlook(OutlookFacts facts)
    {
        Facts = facts;
        var today = facts.Today;
        var first = facts.Past.Count > 0 ? facts.Past.Min(task => task.Began) : today;
        usual = Usual(facts.Capacities, first, today);
        var idle = facts.Pauses.Where(pause => !facts.Past.Any(task => Within(pause, task.Began) || (task.Done is { } done && Within(pause, done))));
        Clock = new WorkClock(facts.Capacities, [.. facts.Off, .. idle], usual);
        Record = new TrackRecord(facts.Past, today, Clock, Published.Prior, usual);
        var from = today.AddDays(-7 * ShareWeeks);
        recent = facts.Past.Where(task => task.Done >= from).GroupBy(task => task.GoalId).ToDictionary(goal => goal.Key, goal => goal.Sum(task => task.Minutes));
        var finished = facts.Past.Where(task => task.Done is not null).ToList();
        guess = finished.Count >= TrackRecord.Enough ? finished.Average(task => task.Minutes) : Guess;
    }

    public OutlookFacts Facts { get; }

    public WorkClock Clock { get; }

    public TrackRecord Record { get; }

    /// <summary>The first day of the history that counts: what is older weighs next to nothing.</summary>
    public static DateOnly HistoryFrom(DateOnly today) => today.AddDays(-7 * 104);

    /// <summary>When a goal will be done.</summary>
    /// <param name="goal">One with open tasks.</param>
    public Forecast For(GoalFacts goal)
    {
        var share = ShareOf(goal.Id);
        var work = new Workload((goal.OpenMinutes + ((goal.Open - goal.OpenEstimated) * guess)) / share, Math.Max(1, goal.Open) / share);
        DateOnly? placed = Facts.LastPlaced.TryGetValue(goal.Id, out var week) ? week : null;
        DateOnly By(double chance) => Clock.After(Facts.Today, Record.Weeks(chance, work));
        DateOnly Planned(double chance) => By(chance) is var day && day < placed ? placed.Value : day;

        // The morning after the target: that day itself still counts
        var made = goal.Target < Facts.Today ? 0 : Record.Chance(Clock.Weeks(Facts.Today, goal.Target.AddDays(1)), work);
        return new Forecast(
            By(0.1), Planned(0.5), Planned(0.8), Planned(0.9),
            goal.Target < placed ? Math.Min(made, 0.5) : made,
            (int)Math.Round(Record.Pace * share), Record.Finished);
    }

    /// <summary>The part of the person's time that a goal gets: as in the last weeks, evenly where there is nothing to see.</summary>
    private double ShareOf(Guid goal)
    {
        var active = Facts.Active.Append(goal).Distinct().ToList();
        var even = usual * EvenWeeks / active.Count;
        var all = active.Sum(one => recent.GetValueOrDefault(one) + even);
        return Math.Max((recent.GetValueOrDefault(goal) + even) / all, 0.5 / active.Count);
    }

    private static double Usual(IReadOnlyList<WeekMinutes> capacities, DateOnly first, DateOnly today)
    {
        var (sum, weeks) = (0d, 0);
        for (var day = today.AddDays(-7); day >= first && weeks < 52; day = day.AddDays(-7), weeks++)
        {
            sum += Capacity.On(capacities, day);
        }

        return weeks > 0 ? sum / weeks : Capacity.On(capacities, today);
    }

    private static bool Within(DaySpan span, DateOnly day) => span.First <= day && day <= span.Last;
}
