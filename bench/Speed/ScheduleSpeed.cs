using System.Diagnostics;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Bench.Speed;

/// <summary>Time to schedule 10,000 tasks: ten goals with milestones, dependencies, pins and time off.</summary>
internal static class ScheduleSpeed
{
    private const int Rounds = 50;

    public static Task<int> RunAsync(string[] args)
    {
        var plan = Plan(new DateOnly(2026, 11, 23));
        var schedule = Schedule.Create(plan);
        var times = Enumerable
            .Range(0, Rounds)
            .Select(_ =>
            {
                var monitor = Stopwatch.StartNew();
                Schedule.Create(plan);
                return monitor.Elapsed.TotalMilliseconds;
            })
            .Order()
            .ToList();
        Console.WriteLine(
            $"{plan.Goals.Sum(goal => goal.Tasks.Count):N0} tasks, {schedule.Allocations.Count:N0} placements in "
                + $"{schedule.Weeks.Count} weeks, {schedule.MissedDates.Count} misses"
        );
        Console.WriteLine(
            $"median {times[Rounds / 2]:F1} ms, best {times[0]:F1} ms, worst {times[^1]:F1} ms of {Rounds}"
        );
        return Task.FromResult(times[Rounds / 2] < 50 ? 0 : 1);
    }

    private static ScheduleInputs Plan(DateOnly today) =>
        new()
        {
            Today = today,
            Capacities = [new(today, 1200), new(today.AddDays(364), 1800)],
            DaysOff =
            [
                .. Enumerable
                    .Range(0, 10)
                    .Select(year => new DaySpan(today.AddDays((364 * year) + 200), today.AddDays((364 * year) + 213))),
            ],
            Goals = [.. Enumerable.Range(0, 10).Select(goal => Goal(today, goal))],
        };

    private static SchedulableGoal Goal(DateOnly today, int number)
    {
        var stops = Enumerable
            .Range(1, 10)
            .Select(at => new SchedulableMilestone(
                Guid.CreateVersion7(),
                $"Milestone {at}",
                today.AddDays((300 * number) + (30 * at))
            ))
            .ToList();
        var ids = Enumerable.Range(0, 1000).Select(_ => Guid.CreateVersion7()).ToList();
        return new(
            Guid.CreateVersion7(),
            $"Goal {number}",
            stops[^1].Date,
            null,
            stops,
            [
                .. ids.Select(
                    (id, at) =>
                        new SchedulableTask(
                            id,
                            $"Task {at}",
                            at % 7 == 0 ? null : 15 + (15 * (at % 8)),
                            stops[at / 100].Id,
                            at % 3 == 0 ? [] : [ids[at - 1]],
                            at % 50 == 0 ? today.AddDays(7 * at) : null
                        )
                ),
            ]
        )
        {
            RecurringMinutes =
            [
                .. Enumerable.Range(0, Schedule.MaxWeeks).Select(week => new WeekMinutes(today.AddDays(7 * week), 9)),
            ],
        };
    }
}
