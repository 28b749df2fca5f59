using System.Globalization;
using System.Runtime.CompilerServices;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Forecasting;

/// <summary>The example in docs/forecast.md: 20 tasks of two hours, at four hours a week, on 2 March 2026.</summary>
public class WorkedExampleTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void The_worked_example_of_the_documentation_is_what_the_forecast_says()
    {
        var document = File.ReadAllText(DocumentPath());

        Assert.Contains(Row("New person", []), document, StringComparison.Ordinal);
        Assert.Contains(Row("Steady person", Record(_ => 4)), document, StringComparison.Ordinal);
        Assert.Contains(Row("Pace halved", Record(week => week <= 26 ? 2 : 4)), document, StringComparison.Ordinal);
    }

    private static string Row(string person, List<PastTask> past)
    {
        var goal = new SchedulableGoal(
            Guid.CreateVersion7(),
            "Goal",
            Today.AddYears(1),
            null,
            [],
            [.. Enumerable.Range(0, 20).Select(_ => new SchedulableTask(Guid.CreateVersion7(), "Task", 120))]
        );
        var forecaster = new Forecaster(
            new ForecastInputs
            {
                Plan = new ScheduleInputs
                {
                    Today = Today,
                    Goals = [goal],
                    Capacities = [new(Today.AddYears(-3), 240)],
                },
                PastTasks = past,
            }
        );
        var forecast = forecaster.ForecastFor(goal.Id, goal.Target)!;
        DateOnly?[] dates = [forecast.PlanEnd, forecast.P10, forecast.P50, forecast.P80, forecast.P90];
        var cells = dates.Select(date => date!.Value.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        return $"| {person} | {string.Join(" | ", cells)} |";
    }

    // Two years of one-hour tasks, each done in the week in which it was started
    private static List<PastTask> Record(Func<int, int> tasksInWeek) =>
        [
            .. Enumerable
                .Range(1, 104)
                .SelectMany(week =>
                    Enumerable
                        .Range(0, tasksInWeek(week))
                        .Select(day => Today.AddDays((-7 * week) + day))
                        .Select(day => new PastTask(default, 60, day, day.AddDays(1)))
                ),
        ];

    private static string DocumentPath([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "forecast.md");
}
