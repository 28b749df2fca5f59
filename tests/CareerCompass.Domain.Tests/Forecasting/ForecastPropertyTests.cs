using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

public class ForecastPropertyTests
{
    [Fact]
    public void The_same_facts_make_the_same_forecast() =>
        Hold(
            (inputs, _) =>
            {
                var shuffled = inputs with { PastTasks = [.. inputs.PastTasks.Reverse()] };
                foreach (var goal in inputs.Plan.Goals)
                {
                    Assert.Equal(inputs.ForecastFor(goal), shuffled.ForecastFor(goal));
                }
            }
        );

    [Fact]
    public void The_dates_come_in_their_order_and_the_chance_is_one() =>
        Hold(
            (inputs, _) =>
            {
                foreach (var goal in inputs.Plan.Goals)
                {
                    var forecast = inputs.ForecastFor(goal);
                    DateOnly[] dates =
                    [
                        Sample.Today,
                        forecast.P10,
                        forecast.P50,
                        forecast.P70,
                        forecast.P80,
                        forecast.P90,
                    ];
                    Assert.Equal(dates.Order(), dates);
                    Assert.InRange(forecast.Chance, 0, 1);
                }
            }
        );

    [Fact]
    public void Ticking_a_task_moves_no_date_of_its_goal_or_of_one_below_it_later() =>
        HoldNoneLater(
            (inputs, random) =>
            {
                var (goal, task) = Pick(inputs, random);
                return Change(inputs, goal, goal.Tasks.Where(other => other != task)) with
                {
                    PastTasks =
                    [
                        .. inputs.PastTasks,
                        new PastTask(goal.Id, task.Estimate!.Value, Sample.Today, Sample.Today),
                    ],
                };
            }
        );

    [Fact]
    public void Logging_time_moves_no_date_of_its_goal_or_of_one_below_it_later() =>
        HoldNoneLater(
            (inputs, random) =>
            {
                var (goal, task) = Pick(inputs, random);
                var logged = task with { LoggedMinutes = task.LoggedMinutes + random.Next(1, 600) };
                return Change(inputs, goal, goal.Tasks.Select(other => other == task ? logged : other)) with
                {
                    PastTasks = [.. inputs.PastTasks, new PastTask(goal.Id, task.Estimate!.Value, Sample.Today, null)],
                };
            }
        );

    [Fact]
    public void Less_work_is_never_forecast_later() =>
        HoldNoneLater(
            (inputs, random) =>
            {
                var (goal, task) = Pick(inputs, random);
                var smaller = task with { Estimate = Math.Max(1, task.Estimate!.Value * random.Next(100) / 100) };
                return Change(inputs, goal, goal.Tasks.Select(other => other == task ? smaller : other));
            }
        );

    [Fact]
    public void More_hours_are_never_forecast_later() =>
        HoldNoneLater(
            (inputs, random) =>
            {
                var percent = 100 + random.Next(400);
                return inputs.WithPlan(plan => plan with { Capacities = More(plan.Capacities, percent) });
            }
        );

    [Fact]
    public void A_day_off_less_is_never_forecast_later() =>
        HoldNoneLater(
            (inputs, random) =>
            {
                // Past time off explains a slow pace instead
                var ahead = inputs.Plan.DaysOff.Where(span => span.First > Sample.Today).ToList();
                return inputs.WithPlan(plan =>
                    plan with
                    {
                        DaysOff =
                        [
                            .. plan.DaysOff.Where(span => span.First <= Sample.Today),
                            .. ahead.Take(random.Next(ahead.Count + 1)),
                        ],
                    }
                );
            }
        );

    [Fact]
    public void A_goal_of_lower_rank_never_delays_one_above_it_whatever_is_added_to_it() =>
        Hold(
            (inputs, random) =>
            {
                var added = inputs.Plan.Goals[random.Next(inputs.Plan.Goals.Count)];
                added = added with
                {
                    Id = Guid.CreateVersion7(),
                    Tasks = [.. added.Tasks.Select(task => task with { Id = Guid.CreateVersion7() })],
                };
                var after = inputs.With(added);
                foreach (var goal in inputs.Plan.Goals)
                {
                    Assert.Equal(inputs.ForecastFor(goal), after.ForecastFor(goal));
                }
            }
        );

    [Fact]
    public void Goals_with_the_same_target_have_their_status_in_the_order_of_the_schedule() =>
        Hold(
            (inputs, _) =>
            {
                // Pins aside, which are no want of hours
                var plan = inputs.WithPlan(plan => plan with { Goals = [.. plan.Goals.Select(Unpinned)] });
                var forecaster = new Forecaster(plan);
                GoalStatus? above = null;
                foreach (var goal in plan.Plan.Goals)
                {
                    var facts = GoalFactsBuilder.Of() with { Id = goal.Id, Target = Sample.Today.AddDays(150) };
                    var below = GoalStatus.Evaluate(facts, forecaster);
                    Assert.True(
                        above is null
                            || above.Forecast!.PlanEnd is null
                            || !(below.Forecast!.PlanEnd < above.Forecast.PlanEnd)
                    );
                    Assert.True(above is null || below.Kind <= above.Kind, $"{above}\n{below}");
                    above = below;
                }
            }
        );

    private static SchedulableGoal Unpinned(SchedulableGoal goal) =>
        goal with
        {
            Tasks = [.. goal.Tasks.Select(task => task with { PinnedWeek = null })],
        };

    private static (SchedulableGoal Goal, SchedulableTask Task) Pick(ForecastInputs inputs, Random random)
    {
        var goal = inputs.Plan.Goals[random.Next(inputs.Plan.Goals.Count)];
        return (goal, goal.Tasks[random.Next(goal.Tasks.Count)]);
    }

    private static ForecastInputs Change(
        ForecastInputs inputs,
        SchedulableGoal goal,
        IEnumerable<SchedulableTask> tasks
    ) =>
        inputs.WithPlan(plan =>
            plan with
            {
                Goals = [.. plan.Goals.Select(other => other == goal ? goal with { Tasks = [.. tasks] } : other)],
            }
        );

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

    // Compares with the inputs as they are, written in the same way
    private static void HoldNoneLater(Func<ForecastInputs, Random, ForecastInputs> change) =>
        Hold(
            (inputs, random) =>
            {
                inputs = inputs.WithPlan(plan => plan with { Capacities = More(plan.Capacities, 100) });
                var (before, after) = (new Forecaster(inputs), new Forecaster(change(inputs, random)));
                foreach (var goal in inputs.Plan.Goals)
                {
                    var (old, changed) = (
                        before.ForecastFor(goal.Id, goal.Target)!,
                        after.ForecastFor(goal.Id, goal.Target)
                    );
                    Assert.True(changed is null || IsNotLater(changed, old), $"{old}\n{changed}");
                }
            }
        );

    private static bool IsNotLater(Forecast forecast, Forecast than) =>
        forecast.P10 <= than.P10
        && forecast.P50 <= than.P50
        && forecast.P70 <= than.P70
        && forecast.P80 <= than.P80
        && forecast.P90 <= than.P90
        && (than.PlanEnd is null || forecast.PlanEnd <= than.PlanEnd)
        && forecast.Chance >= than.Chance - 1e-9;

    private static void Hold(Action<ForecastInputs, Random> check)
    {
        var cases = from inputs in Forecasters.Any from seed in Gen.Choose(0, int.MaxValue - 1) select (inputs, seed);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(cases.ToArbitrary(), one => check(one.inputs, new Random(one.seed)))
        );
    }
}
