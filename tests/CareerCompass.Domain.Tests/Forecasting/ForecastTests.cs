using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Forecasting;

public class ForecastTests
{
    private static readonly DateOnly Monday = IsoWeek.Monday(Sample.Today);

    [Fact]
    public void Before_there_is_a_record_a_plan_takes_longer_than_its_hours_as_plans_usually_do()
    {
        var forecast = Forecasters.Plain.ForecastFor(GoalFactsBuilder.Of(openMinutes: 3_000));

        Assert.True(forecast.PlanEnd < forecast.P50);
        Assert.True(forecast.P10 < forecast.P50 && forecast.P50 < forecast.P80 && forecast.P80 < forecast.P90);
        Assert.Equal((300, 0, false), (forecast.PaceMinutes, forecast.Finished, forecast.IsFromHistory));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void After_three_finished_tasks_it_goes_by_them(int finished, bool own) =>
        Assert.Equal(own, After(Weekly(finished, 60)).ForecastFor(GoalFactsBuilder.Of()).IsFromHistory);

    [Fact]
    public void A_person_who_gets_twice_as_much_done_is_done_sooner()
    {
        var (slow, quick) = (
            After(Weekly(40, 60)).ForecastFor(GoalFactsBuilder.Of(3_000)),
            After(Weekly(40, 120)).ForecastFor(GoalFactsBuilder.Of(3_000))
        );

        Assert.True(quick.PaceMinutes > 1.5 * slow.PaceMinutes);
        Assert.True(quick.P50 < slow.P50 && quick.P80 < slow.P80);
    }

    [Fact]
    public void A_person_who_slowed_down_is_expected_to_stay_slower()
    {
        var steady = After(Weekly(52, 120)).ForecastFor(GoalFactsBuilder.Of(3_000));
        var slowed = After([
                .. Weekly(52, 120).Where(task => task.DoneOn < Sample.Today.AddDays(-180)),
                .. Weekly(26, 30),
            ])
            .ForecastFor(GoalFactsBuilder.Of(3_000));

        Assert.True(slowed.PaceMinutes < steady.PaceMinutes);
        Assert.True(slowed.P50 > steady.P50);
    }

    [Fact]
    public void The_spread_of_a_steady_person_narrows_as_the_record_grows()
    {
        static double Width(int weeks)
        {
            var forecast = After(Weekly(weeks, 150)).ForecastFor(GoalFactsBuilder.Of(3_000));
            return (double)(forecast.P80.DayNumber - Sample.Today.DayNumber)
                / (forecast.P50.DayNumber - Sample.Today.DayNumber);
        }

        Assert.True(Width(104) < Width(30));
        Assert.True(Width(30) < Width(0));
        Assert.InRange(Width(104), 1, 1.5);
    }

    [Fact]
    public void A_steady_person_is_expected_when_the_work_ends_at_their_pace()
    {
        var forecast = After(Weekly(104, 150)).ForecastFor(GoalFactsBuilder.Of(3_000));

        // 3,000 minutes at 150 a week
        Assert.InRange((forecast.P50.DayNumber - Sample.Today.DayNumber) / 7d, 16, 24);
    }

    [Fact]
    public void With_an_unchanged_plan_and_a_steady_person_the_likely_date_stays()
    {
        foreach (var pace in new[] { 150, 300, 450 })
        {
            var past = Weekly(104, pace);
            var inputs = After(past).With(GoalFactsBuilder.Of(20 * pace).ToSchedulable());
            for (var week = 0; week < 10; week++)
            {
                // A week passes in which as much is done of this goal as in the weeks before
                var done = (week + 1) * pace;
                var (before, after) = (
                    At(inputs, past, week, (20 * pace) - (week * pace)),
                    At(inputs, past, week + 1, (20 * pace) - done)
                );
                var remaining = before.P50.DayNumber - Sample.Today.AddDays(7 * week).DayNumber;
                var moved = Math.Abs(after.P50.DayNumber - before.P50.DayNumber);
                Assert.True(moved <= Math.Max(2, remaining / 10d), $"{pace} a week, week {week}: {before} {after}");
            }
        }
    }

    [Fact]
    public void Tasks_that_are_still_open_count_as_longer_than_they_have_taken_so_far()
    {
        // Too small to affect the pace
        Forecast With(DateOnly? doneOn) =>
            After([
                    .. Weekly(40, 60),
                    .. Enumerable.Range(0, 20).Select(_ => new PastTask(default, 0.001, Monday.AddDays(-60), doneOn)),
                ])
                .ForecastFor(GoalFactsBuilder.Of());

        Assert.True(With(null).P80 > With(Monday.AddDays(-1)).P80);
        Assert.True(With(Monday.AddDays(-1)).P80 > With(Monday.AddDays(-59)).P80);
    }

    [Fact]
    public void Twice_the_hours_from_now_on_take_half_the_time()
    {
        var (inputs, goal) = (After(Weekly(40, 60)), GoalFactsBuilder.Of(3_000));
        var doubled = inputs.WithPlan(plan => plan with { Capacities = [.. plan.Capacities, new(Monday, 600)] });

        static int Days(Forecast forecast) => forecast.P80.DayNumber - Sample.Today.DayNumber;
        Assert.InRange(Days(doubled.ForecastFor(goal)) - (Days(inputs.ForecastFor(goal)) / 2), -4, 4);
    }

    [Fact]
    public void The_target_day_itself_still_counts()
    {
        var goal = GoalFactsBuilder.Of(600);

        Assert.True(
            Forecasters.Plain.ForecastFor(goal with { Target = Forecasters.Plain.ForecastFor(goal).P50 }).Chance
                >= 0.5 - 1e-6
        );
    }

    [Fact]
    public void A_goal_above_takes_its_hours_first_and_one_below_changes_nothing()
    {
        var (first, second) = (GoalFactsBuilder.Of(3_000).ToSchedulable(), GoalFactsBuilder.Of(3_000).ToSchedulable());
        var alone = Forecasters.Plain.With(first).ForecastFor(first);
        var both = Forecasters.Plain.With(first, second);

        Assert.Equal(alone, both.ForecastFor(first));
        Assert.True(both.ForecastFor(second).P50 > alone.P50);
        Assert.True(both.ForecastFor(second).PlanEnd > alone.PlanEnd);
    }

    [Fact]
    public void What_is_pinned_to_a_late_week_is_not_expected_before()
    {
        var week = IsoWeek.Monday(Sample.Today.AddDays(300));
        var goal = GoalFactsBuilder.Of().ToSchedulable();
        goal = goal with { Tasks = [goal.Tasks[0] with { PinnedWeek = week }] };

        var forecast = Forecasters.Plain.With(goal).ForecastFor(goal);

        Assert.True(forecast.P10 >= week);
        Assert.Equal(week.AddDays(6), forecast.PlanEnd);
        Assert.Equal(0, forecast.Chance);
    }

    [Fact]
    public void A_goal_that_recurring_tasks_leave_no_hours_for_does_not_fit_and_has_no_chance()
    {
        var goal = GoalFactsBuilder.Of(600).ToSchedulable() with
        {
            RecurringMinutes =
            [
                .. Enumerable
                    .Range(0, Schedule.MaxWeeks)
                    .Select(week => new WeekMinutes(Monday.AddDays(7 * week), 300)),
            ],
        };

        var forecast = Forecasters.Plain.With(goal).ForecastFor(goal);

        Assert.Null(forecast.PlanEnd);
        Assert.Equal((Sample.Today.AddYears(Limits.MaxYearsAhead), 0), (forecast.P50, forecast.Chance));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0.35)]
    [InlineData(600, 0.95, 1)]
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
        var corrected = After(Weekly(60, 90)) with
        {
            PastForecasts = [.. Enumerable.Range(0, 12).Select(_ => Outcome(10, held: [0, 2, 5, 7]))],
        };
        foreach (var inputs in new[] { Forecasters.Plain, After(Weekly(60, 90)), corrected })
        {
            var goal = GoalFactsBuilder.Of(2_000);
            var forecast = inputs.ForecastFor(goal);
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
                Assert.Equal(chance, inputs.ForecastFor(goal with { Target = date }).Chance, 0.06);
            }
        }
    }

    [Fact]
    public void A_forecast_never_runs_past_a_working_life() =>
        Assert.Equal(
            Sample.Today.AddYears(Limits.MaxYearsAhead),
            Forecasters.Plain.ForecastFor(GoalFactsBuilder.Of(int.MaxValue)).P90
        );

    [Fact]
    public void Earlier_forecasts_that_were_too_early_make_later_ones_of_them()
    {
        var (inputs, goal) = (After(Weekly(60, 90)), GoalFactsBuilder.Of(2_000));
        Forecast With(int goals, params int[] held) =>
            (
                inputs with
                {
                    PastForecasts = [.. Enumerable.Range(0, goals).Select(_ => Outcome(10, held))],
                }
            ).ForecastFor(goal);
        var plain = With(0);

        Assert.Equal(plain, With(QuantileCorrection.MinGoals - 1, 0, 0, 0, 0));
        Assert.True(With(8, 0, 1, 3, 4).P50 > plain.P50);
        Assert.True(With(8, 9, 10, 10, 10).P50 < plain.P50);
        Assert.Equal(8, With(8, 0, 1, 3, 4).CorrectedByGoals);
    }

    [Fact]
    public void A_time_of_rest_in_which_nothing_was_done_is_never_held_against_a_person()
    {
        var worked = Weekly(30, 60).Select(task => Earlier(task, Sample.Today.DayNumber - Monday.DayNumber)).ToList();
        var rested = worked.Select(task => Earlier(task, 98)).ToList();
        var rest = new DaySpan(Monday.AddDays(-98), Monday.AddDays(-1));
        var goal = GoalFactsBuilder.Of(2_000);

        static Forecast Rounded(Forecast forecast) => forecast with { Chance = Math.Round(forecast.Chance, 6) };
        Assert.Equal(
            Rounded(After(worked).ForecastFor(goal)),
            Rounded((After(rested) with { Pauses = [rest] }).ForecastFor(goal))
        );
        Assert.Equal(
            Rounded(After(worked).ForecastFor(goal)),
            Rounded(After(rested).WithPlan(plan => plan with { DaysOff = [rest] }).ForecastFor(goal))
        );
        Assert.True(After(rested).ForecastFor(goal).P50 > After(worked).ForecastFor(goal).P50);
    }

    private static PastTask Earlier(PastTask task, int days) =>
        task with
        {
            StartedOn = task.StartedOn.AddDays(-days),
            DoneOn = task.DoneOn?.AddDays(-days),
        };

    private static Forecast At(ForecastInputs inputs, List<PastTask> past, int week, int minutes)
    {
        var goal = inputs.Plan.Goals[0];
        var pace = (int)past[0].Minutes;
        var since = Enumerable
            .Range(0, week)
            .Select(at => Sample.Today.AddDays((7 * at) + 6))
            .Select(day => new PastTask(default, pace, day, day));
        return (inputs with { PastTasks = [.. past, .. since] })
            .WithPlan(plan =>
                plan with
                {
                    Today = Sample.Today.AddDays(7 * week),
                    Goals = [goal with { Tasks = [goal.Tasks[0] with { Estimate = minutes }] }],
                }
            )
            .ForecastFor(goal);
    }

    private static PastForecast Outcome(int forecasts, int[] held) =>
        new(Guid.CreateVersion7(), Sample.Today.AddDays(-30), forecasts, held[0], held[1], held[2], held[3]);

    private static List<PastTask> Weekly(int tasks, int minutes) =>
        [
            .. Enumerable
                .Range(0, tasks)
                .Select(week => Sample.Today.AddDays((-7 * week) - 7))
                .Select(day => new PastTask(default, minutes, day, day)),
        ];

    private static ForecastInputs After(List<PastTask> past) => Forecasters.Plain with { PastTasks = past };
}
