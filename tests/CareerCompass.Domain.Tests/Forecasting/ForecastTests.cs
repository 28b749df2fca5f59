using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

public class ForecastTests
{
    [Fact]
    public void Before_there_is_a_history_a_plan_takes_longer_than_its_hours_as_plans_usually_do()
    {
        var forecast = Forecasters.Plain.ForecastFor(GoalFactsBuilder.Of(openMinutes: 3_000));

        Assert.Equal(16.4, (forecast.P50.DayNumber - Sample.Today.DayNumber) / 7d, 0.5);
        Assert.Equal(
            2.1,
            (forecast.P80.DayNumber - Sample.Today.DayNumber)
                / (double)(forecast.P50.DayNumber - Sample.Today.DayNumber),
            0.15
        );
        Assert.Equal((300, 0, false), (forecast.PaceMinutes, forecast.Finished, forecast.IsFromHistory));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void After_three_finished_tasks_it_goes_by_them(int finished, bool own) =>
        Assert.Equal(own, After(Weekly(finished, 60)).ForecastFor(GoalFactsBuilder.Of()).IsFromHistory);

    [Fact]
    public void Whoever_gets_twice_as_much_done_is_done_sooner()
    {
        var (slow, quick) = (
            After(Weekly(40, 60)).ForecastFor(GoalFactsBuilder.Of(3_000)),
            After(Weekly(40, 120)).ForecastFor(GoalFactsBuilder.Of(3_000))
        );

        Assert.InRange(quick.PaceMinutes - slow.PaceMinutes, 50, 60); // available hours count a little too
        Assert.True(quick.P50 < slow.P50 && quick.P80 < slow.P80);
    }

    [Fact]
    public void Whoever_slowed_down_is_believed_the_slower_pace()
    {
        var steady = After(Weekly(52, 120)).ForecastFor(GoalFactsBuilder.Of(3_000));
        var slowed = After([
                .. Weekly(52, 120).Where(task => task.DoneOn < Sample.Today.AddDays(-180)),
                .. Weekly(26, 30),
            ])
            .ForecastFor(GoalFactsBuilder.Of(3_000));

        Assert.InRange(slowed.PaceMinutes, 50, 100);
        Assert.True(slowed.P50 > steady.P50);
    }

    [Fact]
    public void Whoever_lets_tasks_linger_is_expected_to_do_so_again()
    {
        var (past, goal) = (Weekly(80, 60), GoalFactsBuilder.Of(600) with { Open = 10, OpenEstimated = 10 });
        var lingers = past.Select(
                (task, index) => index % 7 == 0 ? task with { StartedOn = task.StartedOn.AddDays(-150) } : task
            )
            .ToList();

        Assert.True(After(past).ForecastFor(goal).P50 < After(lingers).ForecastFor(goal).P50);
        Assert.True(After(past).ForecastFor(goal).P80 < After(lingers).ForecastFor(goal).P80);
    }

    [Fact]
    public void A_run_that_has_not_ended_counts_as_longer_than_it_has_been_so_far()
    {
        // Too small to affect the pace
        Forecast With(int began, bool done) =>
            After([
                    .. Weekly(40, 60),
                    .. Enumerable
                        .Range(0, 20)
                        .Select(_ => Sample.Today.AddDays(-began))
                        .Select(day => new PastTask(default, 0.001, day, done ? day : null)),
                ])
                .ForecastFor(GoalFactsBuilder.Of());

        Assert.True(With(20, false).P80 > With(20, true).P80);
        Assert.True(With(250, false).P80 > With(250, true).P80);
    }

    [Fact]
    public void Twice_the_hours_from_now_on_take_half_the_time()
    {
        var (forecaster, goal) = (After(Weekly(40, 60)), GoalFactsBuilder.Of(3_000));
        var doubled = forecaster.With(facts =>
            facts with
            {
                Capacities = [.. facts.Capacities, new(IsoWeek.Monday(Sample.Today), 600)],
            }
        );

        static int Days(Forecast forecast) => forecast.P80.DayNumber - Sample.Today.DayNumber;
        // The first days of this week were also long
        Assert.InRange(Days(doubled.ForecastFor(goal)) - (Days(forecaster.ForecastFor(goal)) / 2), -4, 4);
    }

    [Fact]
    public void The_target_day_itself_still_counts()
    {
        var goal = GoalFactsBuilder.Of(60);

        Assert.True(
            Forecasters.Plain.ForecastFor(goal with { Target = Forecasters.Plain.ForecastFor(goal).P50 }).Chance >= 0.5
        );
    }

    [Fact]
    public void Goals_share_the_hours_by_where_time_went()
    {
        var (mine, other) = (GoalFactsBuilder.Of(3_000), Guid.CreateVersion7());
        Forecast With(Guid where) =>
            After([.. Weekly(8, 240).Select(task => task with { GoalId = where })], mine.Id, other).ForecastFor(mine);

        Assert.True(With(mine.Id).P50 < With(other).P50);
        Assert.True(With(mine.Id).PaceMinutes > 2 * With(other).PaceMinutes);
    }

    [Fact]
    public void What_is_placed_late_is_not_expected_before()
    {
        var (goal, week) = (
            GoalFactsBuilder.Of() with
            {
                Target = Sample.Today.AddDays(200),
            },
            IsoWeek.Monday(Sample.Today.AddDays(300))
        );
        var placed = Forecasters
            .Plain.With(facts =>
                facts with
                {
                    LastScheduledWeeks = new Dictionary<Guid, DateOnly> { [goal.Id] = week },
                }
            )
            .ForecastFor(goal);

        Assert.Equal((week, week), (placed.P50, placed.P80));
        Assert.Equal(0.5, placed.Chance);
        Assert.True(placed.P10 < week);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0.35)]
    [InlineData(400, 0.95, 1)]
    public void The_chance_is_nothing_after_the_target_and_nearly_certain_long_before_it(
        int days,
        double least,
        double most
    ) =>
        Assert.InRange(
            Forecasters.Plain.ForecastFor(GoalFactsBuilder.Of(300) with { Target = Sample.Today.AddDays(days) }).Chance,
            least,
            most
        );

    [Fact]
    public void The_chance_agrees_with_the_dates()
    {
        foreach (
            var (forecaster, goal) in new[]
            {
                (Forecasters.Plain, GoalFactsBuilder.Of(2_000)),
                (After(Weekly(60, 90)), GoalFactsBuilder.Of(2_000)),
            }
        )
        {
            var forecast = forecaster.ForecastFor(goal);
            foreach (
                var (date, chance) in new[]
                {
                    (forecast.P10, 0.1),
                    (forecast.P50, 0.5),
                    (forecast.P80, 0.8),
                    (forecast.P90, 0.9),
                }
            )
            {
                Assert.Equal(chance, forecaster.ForecastFor(goal with { Target = date }).Chance, 0.04);
            }
        }
    }

    [Fact]
    public void However_many_the_hours_a_day_is_the_least_and_makes_a_target_of_today()
    {
        static double Chance(int hours) => new Forecaster(
                new ForecastInputs
                {
                    Today = Sample.Today,
                    Capacities = [new(Sample.Today.AddYears(-1), hours)],
                    ActiveGoalIds = [],
                }
            ).ForecastFor(GoalFactsBuilder.Of(60) with { Target = Sample.Today }).Chance;

        Assert.All(Enumerable.Range(1, 60), number =>
            Assert.True(Chance(60 * (number + 1)) >= Chance(60 * number) - 1e-9, $"{number} h")
        );
    }

    [Fact]
    public void A_forecast_never_runs_past_a_working_life() =>
        Assert.Equal(
            Sample.Today.AddYears(Limits.MaxYearsAhead),
            Forecasters.Plain.ForecastFor(GoalFactsBuilder.Of(int.MaxValue)).P90
        );

    [Fact]
    public void The_same_facts_make_the_same_forecast() =>
        Holds(
            0,
            (facts, goal, _) =>
                (
                    new Forecaster(facts).ForecastFor(goal),
                    new Forecaster(facts with { PastTasks = [.. facts.PastTasks.Reverse()] }).ForecastFor(goal)
                ),
            equal: true
        );

    [Fact]
    public void Less_work_is_never_forecast_later() =>
        Holds(100, (facts, goal, percent) =>
            (
                new Forecaster(facts).ForecastFor(
                    goal with
                    {
                        OpenMinutes = (int)(goal.OpenMinutes * (long)percent / 100),
                    }
                ),
                new Forecaster(facts).ForecastFor(goal)
            )
        );

    [Fact]
    public void A_task_less_is_never_forecast_later() => Holds(100, (facts, goal, percent) =>
        {
            var tasks = Math.Max(1, goal.OpenEstimated * percent / 100);
            return (
                new Forecaster(facts).ForecastFor(
                    goal with
                    {
                        Open = goal.Open - goal.OpenEstimated + tasks,
                        OpenEstimated = tasks,
                        OpenMinutes = (int)(goal.OpenMinutes * (long)percent / 100),
                    }
                ),
                new Forecaster(facts).ForecastFor(
                    goal with
                    {
                        Open = goal.Open - goal.OpenEstimated + Math.Max(tasks, goal.OpenEstimated),
                        OpenEstimated = Math.Max(tasks, goal.OpenEstimated),
                    }
                )
            );
        });

    [Fact]
    public void More_hours_are_never_forecast_later() =>
        Holds(400, (facts, goal, percent) =>
            (
                new Forecaster(facts with { Capacities = More(facts.Capacities, 100 + percent) }).ForecastFor(goal),
                new Forecaster(facts with { Capacities = More(facts.Capacities, 100) }).ForecastFor(goal)
            )
        );

    [Fact]
    public void A_day_off_less_is_never_forecast_later() => Holds(3, (facts, goal, taken) =>
        {
            // Past time off explains a slow pace instead
            var off = facts.DaysOff.Where(span => span.First > facts.Today).ToList();
            return (
                new Forecaster(facts with { DaysOff = [.. off.Take(taken)] }).ForecastFor(goal),
                new Forecaster(facts with { DaysOff = off }).ForecastFor(goal)
            );
        });

    [Fact]
    public void A_time_of_rest_in_which_nothing_was_done_is_never_held_against_anybody()
    {
        var worked = Weekly(30, 60);
        var rested = worked
            .Select(task =>
                task with
                {
                    StartedOn = task.StartedOn.AddDays(-100),
                    DoneOn = task.DoneOn!.Value.AddDays(-100),
                }
            )
            .ToList();
        var rest = new DaySpan(Sample.Today.AddDays(-100), Sample.Today.AddDays(-1));
        var goal = GoalFactsBuilder.Of(2_000);

        static Forecast Rounded(Forecast forecast) => forecast with { Chance = Math.Round(forecast.Chance, 9) };
        Assert.Equal(
            Rounded(After(worked).ForecastFor(goal)),
            Rounded(After(rested).With(facts => facts with { Pauses = [rest] }).ForecastFor(goal))
        );
        Assert.Equal(
            Rounded(After(worked).ForecastFor(goal)),
            Rounded(After(rested).With(facts => facts with { DaysOff = [rest] }).ForecastFor(goal))
        );
        Assert.True(After(rested).ForecastFor(goal).P50 > After(worked).ForecastFor(goal).P50);
    }

    [Fact]
    public void The_dates_come_in_their_order_and_the_chance_is_one() => Holds(0, (facts, goal, _) =>
        {
            var forecast = new Forecaster(facts).ForecastFor(goal);
            Assert.True(
                forecast.P10 >= Sample.Today
                    && forecast.P10 <= forecast.P50
                    && forecast.P50 <= forecast.P80
                    && forecast.P80 <= forecast.P90
            );
            Assert.InRange(forecast.Chance, 0, 1);
            return (forecast, forecast);
        });

    private static void Holds(
        int most,
        Func<ForecastInputs, GoalFacts, int, (Forecast Sooner, Forecast Later)> pairs,
        bool equal = false
    )
    {
        var cases =
            from facts in Forecasters.Any
            from goal in Forecasters.Goal(facts)
            from number in Gen.Choose(0, most)
            select (facts, goal, number);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(cases.ToArbitrary(), one =>
            {
                var (sooner, later) = pairs(one.facts, one.goal, one.number);
                Assert.True(
                    sooner.P10 <= later.P10
                        && sooner.P50 <= later.P50
                        && sooner.P80 <= later.P80
                        && sooner.P90 <= later.P90,
                    $"{sooner}\n{later}"
                );
                Assert.True(sooner.Chance >= later.Chance - 1e-9, $"{sooner}\n{later}");
                Assert.True(!equal || sooner == later, $"{sooner}\n{later}");
            }));
    }

    private static List<WeekMinutes> More(IReadOnlyList<WeekMinutes> rows, int percent)
    {
        var now = IsoWeek.Monday(Sample.Today);
        return
        [
            .. rows.Where((row, index) => index == 0 || row.Week < now),
            new(now, Capacity.WeeklyMinutesOn(rows, now.AddDays(6)) * percent / 100),
            .. rows.Where((row, index) => index > 0 && row.Week > now)
                .Select(row => row with { Minutes = row.Minutes * percent / 100 }),
        ];
    }

    private static List<PastTask> Weekly(int tasks, int minutes) =>
        [
            .. Enumerable
                .Range(0, tasks)
                .Select(week => Sample.Today.AddDays((-7 * week) - 1))
                .Select(day => new PastTask(default, minutes, day, day)),
        ];

    private static Forecaster After(List<PastTask> past, params Guid[] active) =>
        Forecasters.Plain.With(facts => facts with { PastTasks = past, ActiveGoalIds = active });
}
