using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Persistence;

/// <summary>Assembles the rows of one person.</summary>
internal sealed class ForecastRows(IEnumerable<ForecastRow> rows, DateOnly today)
{
    private readonly ILookup<ForecastRowKind, ForecastRow> parts = rows.ToLookup(row => row.Kind);
    private readonly DateOnly historyStart = Forecaster.HistoryStart(today);

    /// <param name="capacities">Oldest first.</param>
    public ForecastInputs ToInputs(IReadOnlyList<WeekMinutes> capacities) =>
        new()
        {
            Plan = new ScheduleInputs
            {
                Today = today,
                Capacities = capacities,
                Goals = Goals(),
                DaysOff =
                [
                    .. parts[ForecastRowKind.TimeOff]
                        .Where(off => off.Last >= historyStart)
                        .Select(off => new DaySpan(off.First!.Value, off.Last!.Value))
                        .OrderBy(off => off.First),
                ],
            },
            PastTasks =
            [
                .. parts[ForecastRowKind.PastTask]
                    .Where(task => task.Last is null || task.Last >= historyStart)
                    .Select(ToPastTask),
            ],
            PastRecurringMinutes =
            [
                .. parts[ForecastRowKind.PastRecurring]
                    .Select(day => new WeekMinutes(day.Last!.Value, day.Minutes!.Value)),
            ],
            Pauses = Pauses(),
            PastForecasts =
            [
                .. parts[ForecastRowKind.PastForecast].GroupBy(row => (row.GoalId, row.Last)).Select(ToPastForecast),
            ],
        };

    private static PastTask ToPastTask(ForecastRow task)
    {
        var startedOn = task.First < task.Last || task.Last is null ? task.First : task.Last;
        return new PastTask(task.GoalId, task.Minutes!.Value, startedOn!.Value, task.Last);
    }

    // A date held when the goal missed at most the dates before it
    private static PastForecast ToPastForecast(IGrouping<(Guid GoalId, DateOnly? AchievedOn), ForecastRow> goal)
    {
        int Held(int missed) => goal.Where(row => row.Number <= missed).Sum(row => row.Minutes!.Value);
        return new PastForecast(
            goal.Key.GoalId,
            goal.Key.AchievedOn!.Value,
            Held(4),
            Held(0),
            Held(1),
            Held(2),
            Held(3)
        );
    }

    // Until yesterday, because a goal's future pause is not time off for the person
    private List<DaySpan> Pauses() =>
        [
            .. parts[ForecastRowKind.Pause]
                .Select(pause => new DaySpan(
                    pause.First!.Value,
                    (pause.Last < today ? pause.Last.Value : today).AddDays(-1)
                ))
                .Where(span => span.First <= span.Last),
        ];

    private List<SchedulableGoal> Goals()
    {
        var tasks = parts[ForecastRowKind.OpenTask].ToLookup(task => task.GoalId);
        var recurring = parts[ForecastRowKind.Recurring].ToLookup(row => row.GoalId);
        var dependencies = parts[ForecastRowKind.Dependency].ToLookup(row => row.Id!.Value, row => row.OtherId!.Value);
        return
        [
            .. parts[ForecastRowKind.Goal]
                .OrderBy(goal => goal.Number)
                .ThenBy(goal => goal.GoalId)
                .Select(goal => new SchedulableGoal(
                    goal.GoalId,
                    goal.Text!,
                    goal.First!.Value,
                    goal.Last,
                    [.. tasks[goal.GoalId].Where(task => task.OtherId is not null).Select(ToMilestone).Distinct()],
                    [
                        .. tasks[goal.GoalId]
                            .OrderBy(task => task.Number)
                            .ThenBy(task => task.Id)
                            .Select(task => ToTask(task, [.. dependencies[task.Id!.Value]])),
                    ]
                )
                {
                    RecurringMinutes = [.. recurring[goal.GoalId].SelectMany(RecurringMinutes)],
                }),
        ];
    }

    private static SchedulableMilestone ToMilestone(ForecastRow task) =>
        new(task.OtherId!.Value, task.MilestoneTitle!, task.First!.Value);

    private static SchedulableTask ToTask(ForecastRow task, IReadOnlyList<Guid> dependsOn) =>
        new(task.Id!.Value, task.Text!, task.Minutes, task.OtherId, dependsOn, task.Last, task.LoggedMinutes ?? 0);

    // An overdue occurrence takes its time this week; the next one comes after today
    private IEnumerable<WeekMinutes> RecurringMinutes(ForecastRow row)
    {
        var until = today.AddDays(7 * Schedule.MaxWeeks);
        var from = row.Due < today ? today.AddDays(1) : row.Due ?? today;
        return Recurrence
            .Parse(row.Text!)
            .OccurrencesBetween(row.First!.Value, from, row.Last < until ? row.Last.Value : until)
            .Concat(row.Due < today ? [today] : [])
            .Select(day => new WeekMinutes(IsoWeek.Monday(day), row.Minutes!.Value));
    }
}
