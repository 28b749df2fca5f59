using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Planning;

internal static class ScheduleScenarios
{
    public static void Hold(Action<ScheduleInputs> check, int times = 400) => Hold((plan, _) => check(plan), times);

    public static void Hold(Action<ScheduleInputs, Random> check, int times = 400) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(times),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var random = new Random(seed);
                check(Draw(random), random);
            })
        );

    public static SchedulableGoal Goal(params SchedulableTask[] tasks) =>
        new(Guid.CreateVersion7(), "Lead a team", Sample.Today.AddYears(3), null, [], tasks);

    public static SchedulableTask Task(string title, int? estimate, params SchedulableTask[] after) =>
        new SchedulableTask(Guid.CreateVersion7(), title, estimate) with
        {
            DependsOn = [.. after.Select(task => task.Id)],
        };

    public static ScheduleInputs Plan(int capacity, params SchedulableGoal[] goals) =>
        new()
        {
            Today = IsoWeek.Monday(Sample.Today),
            Goals = goals,
            Capacities = [new(Sample.Today, capacity)],
        };

    private static ScheduleInputs Draw(Random random)
    {
        var today = Sample.Today.AddDays(random.Next(14));
        return new()
        {
            Today = today,
            Goals = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Goal(random, today))],
            Capacities =
            [
                .. Enumerable
                    .Range(0, random.Next(3))
                    .Select(row => new WeekMinutes(IsoWeek.Monday(today).AddDays(28 * row), random.Next(30, 600))),
            ],
            DaysOff =
            [
                .. Enumerable
                    .Range(0, random.Next(3))
                    .Select(_ => today.AddDays(random.Next(60)))
                    .Select(day => new DaySpan(day, day.AddDays(random.Next(20)))),
            ],
        };
    }

    public static SchedulableGoal Goal(Random random, DateOnly today)
    {
        var stops = Enumerable
            .Range(0, random.Next(4))
            .Select(at => new SchedulableMilestone(
                Guid.CreateVersion7(),
                $"Stop {at}",
                today.AddDays(random.Next(-10, 200))
            ))
            .ToList();
        var tasks = new List<SchedulableTask>();
        for (var at = random.Next(10); at > 0; at--)
        {
            var stop = random.Next(stops.Count + 1);
            tasks.Add(
                new(
                    Guid.CreateVersion7(),
                    $"Task {at}",
                    random.Next(6) == 0 ? null : random.Next(1, 900),
                    stop < stops.Count ? stops[stop].Id : null,
                    [.. tasks.Where(_ => random.Next(8) == 0).Select(task => task.Id)],
                    random.Next(5) == 0 ? IsoWeek.Monday(today).AddDays(7 * random.Next(-3, 12)) : null,
                    random.Next(3) == 0 ? random.Next(400) : 0
                )
            );
        }

        // A dependency need not come earlier in the list
        return new(
            Guid.CreateVersion7(),
            "Goal",
            today.AddDays(random.Next(300)),
            random.Next(3) == 0 ? today.AddDays(random.Next(60)) : null,
            stops,
            [.. tasks.OrderBy(_ => random.Next())]
        )
        {
            RecurringMinutes =
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => new WeekMinutes(today.AddDays(7 * random.Next(10)), random.Next(1, 200))),
            ],
        };
    }
}
