using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Bench.Forecasts;

/// <summary>A day in a developer's past, with the next tasks as the goal.</summary>
/// <param name="At">The index of the goal's first task.</param>
/// <param name="Truth">Weeks until the last task was done.</param>
/// <param name="Naive">Weeks: the estimates divided by the mean weekly sum of estimates completed in 26 weeks.</param>
internal sealed record Window(
    string Developer,
    int At,
    int Size,
    DateOnly Today,
    double Hours,
    double Truth,
    double Naive,
    List<FileTask> Begun,
    List<FileTask> Goal
)
{
    private const double NaiveWeeks = 26;

    /// <summary>Minutes completed in a week lately, since the record began.</summary>
    private int WeeklyMinutes =>
        Math.Max(
            1,
            (int)Math.Round(60 * Hours / Naive * NaiveWeeks / Math.Min(NaiveWeeks, Math.Max(1, RecordedWeeks)))
        );

    private double RecordedWeeks => (Today.DayNumber - Begun[0].Began.DayNumber) / 7d;

    /// <summary>Null with fewer than ten completed tasks, or none in the last 26 weeks.</summary>
    public static Window? Of(List<FileTask> tasks, int at, int size)
    {
        var today = tasks[at].Began;
        var begun = tasks.Take(at).Where(task => task.Began < today).ToList();
        var done = begun.Where(task => task.Done < today).ToList();
        var lately = done.Where(task => task.Done >= today.AddDays(-7 * (int)NaiveWeeks)).Sum(task => task.Estimate);
        if (done.Count < 10 || lately <= 0)
        {
            return null;
        }

        var goal = tasks.GetRange(at, size);
        var hours = goal.Sum(task => task.Estimate);
        var truth = Math.Max(1, goal.Max(task => task.Done).DayNumber - today.DayNumber) / 7d;
        return new Window(
            tasks[at].Developer,
            at,
            size,
            today,
            hours,
            truth,
            Math.Max(0.1, hours / (lately / NaiveWeeks)),
            begun,
            goal
        );
    }

    /// <summary>The weeks until the dates that a page would show for a plan of these tasks, at the hours a week that the
    /// developer has completed lately.</summary>
    public double[] Forecast(Prior prior)
    {
        var goal = new SchedulableGoal(
            Guid.CreateVersion7(),
            "Goal",
            Today.AddYears(1),
            null,
            [],
            [
                .. Goal.Select(task => new SchedulableTask(
                    Guid.CreateVersion7(),
                    "Task",
                    Math.Max(1, (int)Math.Round(60 * task.Estimate))
                )),
            ]
        );
        var historyStart = Forecaster.HistoryStart(Today);
        var forecaster = new Forecaster(
            new ForecastInputs
            {
                Plan = new ScheduleInputs
                {
                    Today = Today,
                    Goals = [goal],
                    Capacities = [new(Begun[0].Began, WeeklyMinutes)],
                },
                PastTasks = [.. Begun.Select(task => task.Seen(Today)).Where(task => !(task.DoneOn < historyStart))],
            },
            prior
        );
        var forecast = forecaster.ForecastFor(goal.Id, goal.Target)!;
        DateOnly[] dates = [forecast.P10, forecast.P50, forecast.P80, forecast.P90];
        return [.. dates.Select(date => Math.Max(1, date.DayNumber - Today.DayNumber) / 7d)];
    }
}
