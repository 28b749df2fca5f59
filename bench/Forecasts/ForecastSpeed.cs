using System.Diagnostics;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
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
        var facts = Facts(new DateOnly(2026, 11, 23));
        var tasks = Enumerable
            .Range(0, 200)
            .Select(at => new PlanSnapshot.TaskSnapshot(
                Guid.CreateVersion7(),
                $"Task {at}",
                15 * (1 + (at % 8)),
                null,
                null
            ))
            .ToList();
        var goals = facts.ActiveGoalIds.Select(id => Goal(id, facts.Today).WithTaskCounts(tasks)).ToList();
        var one = Median(() =>
            GoalStatus.Evaluate(Goal(goals[0].Id, facts.Today).WithTaskCounts(tasks), new Forecaster(facts))
        );
        var ten = Median(() =>
        {
            var forecaster = new Forecaster(facts);
            goals.ForEach(goal => GoalStatus.Evaluate(goal, forecaster));
        });
        Console.WriteLine($"a goal of 200 tasks: {one:0.000} ms (target 2)");
        Console.WriteLine($"Today with 10 goals: {ten:0.000} ms (target 10)");
        return Task.FromResult(one < 2 && ten < 10 ? 0 : 1);
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

    private static ForecastInputs Facts(DateOnly today)
    {
        Guid[] goals = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];
        return new ForecastInputs
        {
            Today = today,
            Capacities = [new(today.AddDays(-728), 300), new(today.AddDays(-182), 420)],
            ActiveGoalIds = goals,
            PastTasks =
            [
                .. Enumerable
                    .Range(0, 520)
                    .Select(at => today.AddDays(-1 - (at * 7 / 5)))
                    .Select(
                        (day, at) =>
                            new PastTask(
                                goals[at % 10],
                                15 * (1 + (at % 8)),
                                day.AddDays(-(at * 7 % 30)),
                                at % 50 == 3 ? null : day
                            )
                    ),
            ],
            DaysOff =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(at => new DaySpan(today.AddDays((180 * at) - 360), today.AddDays((180 * at) - 347))),
            ],
        };
    }

    private static GoalFacts Goal(Guid id, DateOnly today) =>
        new()
        {
            Id = id,
            OwnerId = id,
            Title = "Goal",
            State = GoalState.Active,
            Target = today.AddDays(300),
            StartedOn = today.AddDays(-200),
        };
}
