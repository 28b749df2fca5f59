using System.Diagnostics;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Bench.Forecasts;

/// <summary>
/// Processor time of forecasts: one goal of 200 tasks, and Today with ten goals. Two years of history.
/// </summary>
internal static class ForecastSpeed
{
    private const int Rounds = 300;

    public static Task<int> RunAsync(string[] args)
    {
        var inputs = Inputs(new DateOnly(2026, 11, 23));
        var single = inputs with { Plan = inputs.Plan with { Goals = [inputs.Plan.Goals[0]] } };
        var one = Median(() => Evaluate(single));
        var ten = Median(() => Evaluate(inputs));
        Console.WriteLine($"a goal of 200 tasks: {one:0.000} ms (target 2)");
        Console.WriteLine($"Today with 10 goals of 200 tasks: {ten:0.000} ms (target 10)");
        return Task.FromResult(one < 2 && ten < 10 ? 0 : 1);
    }

    private static void Evaluate(ForecastInputs inputs)
    {
        var forecaster = new Forecaster(inputs);
        foreach (var goal in inputs.Plan.Goals)
        {
            forecaster.ForecastFor(goal.Id, goal.Target);
        }
    }

    private static double Median(Action act)
    {
        var times = new double[Rounds];
        for (var round = -Rounds; round < Rounds; round++)
        {
            var monitor = Stopwatch.StartNew();
            act();
            times[Math.Max(round, 0)] = monitor.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static ForecastInputs Inputs(DateOnly today) =>
        new()
        {
            Plan = new ScheduleInputs
            {
                Today = today,
                Capacities = [new(today.AddDays(-728), 300), new(today.AddDays(-182), 420)],
                Goals = [.. Enumerable.Range(0, 10).Select(_ => Goal(today))],
                DaysOff =
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(at => new DaySpan(today.AddDays((180 * at) - 360), today.AddDays((180 * at) - 347))),
                ],
            },
            PastTasks =
            [
                .. Enumerable
                    .Range(0, 520)
                    .Select(at => today.AddDays(-1 - (at * 7 / 5)))
                    .Select(
                        (day, at) =>
                            new PastTask(
                                default,
                                15 * (1 + (at % 8)),
                                day.AddDays(-(at * 7 % 30)),
                                at % 50 == 3 ? null : day
                            )
                    ),
            ],
        };

    private static SchedulableGoal Goal(DateOnly today) =>
        new(
            Guid.CreateVersion7(),
            "Goal",
            today.AddDays(300),
            null,
            [],
            [
                .. Enumerable
                    .Range(0, 200)
                    .Select(at => new SchedulableTask(Guid.CreateVersion7(), $"Task {at}", 15 * (1 + (at % 8)))),
            ]
        );
}
