using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Forecasting;

public class GoalStatusTests
{
    private static readonly GoalFacts Lost = GoalFactsBuilder.Of() with
    {
        OpenEstimated = 0,
        StartedOn = Sample.Today.AddYears(-1),
        Target = Sample.Today.AddDays(-30),
    };

    [Theory]
    [InlineData(GoalState.Paused, GoalStatusKind.Paused)]
    [InlineData(GoalState.Achieved, GoalStatusKind.Achieved)]
    [InlineData(GoalState.Retired, GoalStatusKind.Retired)]
    [InlineData(GoalState.Active, GoalStatusKind.NoPlan)]
    public void The_lifecycle_comes_first_and_then_whether_there_is_a_route(
        GoalState state,
        GoalStatusKind goalStatusKind
    )
    {
        var goalStatus = Of(Lost with { State = state });

        Assert.Equal((goalStatusKind, null), (goalStatus.Kind, goalStatus.Forecast));
    }

    [Theory]
    [InlineData(GoalState.Paused)]
    [InlineData(GoalState.Achieved)]
    [InlineData(GoalState.Retired)]
    public void Only_an_active_goal_has_a_forecast(GoalState state) =>
        Assert.Null(Of(GoalFactsBuilder.Of() with { State = state }).Forecast);

    [Theory]
    [InlineData(GoalState.Retired, 1, GoalStatusKind.Drifting, GoalStatusKind.Retired)]
    [InlineData(GoalState.Active, 1, GoalStatusKind.Drifting, GoalStatusKind.Drifting)]
    [InlineData(GoalState.Active, 1, GoalStatusKind.Paused, GoalStatusKind.OnCourse)]
    [InlineData(GoalState.Active, 1, null, GoalStatusKind.OnCourse)]
    [InlineData(GoalState.Active, 0, null, GoalStatusKind.NoPlan)]
    public void As_it_stood_on_a_day_gone_by_it_has_the_bearing_sighted_then_if_it_was_pursued(
        GoalState state,
        int estimated,
        GoalStatusKind? seen,
        GoalStatusKind goalStatusKind
    )
    {
        var then = GoalStatus.ForPastDay(Lost with { State = state, OpenEstimated = estimated }, seen);

        Assert.Equal((goalStatusKind, null), (then.Kind, then.Forecast));
    }

    [Fact]
    public void Stalled_comes_before_off_course() =>
        Assert.Equal(GoalStatusKind.Stalled, Of(Lost with { OpenEstimated = 1 }).Kind);

    [Theory]
    [InlineData(13, GoalStatusKind.OnCourse)]
    [InlineData(14, GoalStatusKind.Stalled)]
    public void A_goal_is_stalled_after_fourteen_idle_days(int days, GoalStatusKind goalStatusKind)
    {
        var goalStatus = Of(GoalFactsBuilder.Of() with { StartedOn = Sample.Today.AddDays(-days) });

        Assert.Equal((goalStatusKind, days), (goalStatus.Kind, goalStatus.IdleDays));
    }

    [Fact]
    public void A_tick_effort_or_check_in_keeps_a_goal_from_stalling()
    {
        var (old, recent) = (
            GoalFactsBuilder.Of() with
            {
                StartedOn = Sample.Today.AddDays(-100),
            },
            Sample.Today.AddDays(-13)
        );

        foreach (
            var facts in new[]
            {
                old with
                {
                    LastTaskDoneOn = recent,
                },
                old with
                {
                    LastTimeEntryOn = recent,
                },
                old with
                {
                    LastCheckInOn = recent,
                },
            }
        )
        {
            Assert.Equal((GoalStatusKind.OnCourse, recent), (Of(facts).Kind, facts.LastActivity));
        }

        Assert.Equal(
            GoalStatusKind.Stalled,
            Of(
                old with
                {
                    LastTaskDoneOn = Sample.Today.AddDays(-14),
                    LastTimeEntryOn = Sample.Today.AddDays(-50),
                }
            ).Kind
        );
    }

    [Fact]
    public void What_was_done_before_a_goal_was_taken_up_again_does_not_make_it_idle() =>
        Assert.Equal(0, Of(GoalFactsBuilder.Of() with { LastTaskDoneOn = Sample.Today.AddDays(-90) }).IdleDays);

    [Fact]
    public void A_day_that_lies_ahead_is_no_idle_day() =>
        Assert.Equal(0, Of(GoalFactsBuilder.Of() with { LastTaskDoneOn = Sample.Today.AddDays(1) }).IdleDays);

    [Fact]
    public void Off_course_and_drifting_start_the_day_after_the_target()
    {
        var goal = GoalFactsBuilder.Of(openMinutes: 1_200);
        var forecast = Of(goal).Forecast!;

        Assert.Equal(GoalStatusKind.OffCourse, Of(goal with { Target = forecast.P50.AddDays(-1) }).Kind);
        Assert.Equal(GoalStatusKind.Drifting, Of(goal with { Target = forecast.P50 }).Kind);
        Assert.Equal(GoalStatusKind.Drifting, Of(goal with { Target = forecast.P80.AddDays(-1) }).Kind);
        Assert.Equal(GoalStatusKind.OnCourse, Of(goal with { Target = forecast.P80 }).Kind);
    }

    [Fact]
    public void Days_off_are_not_idle()
    {
        var goal = GoalFactsBuilder.Of() with { StartedOn = Sample.Today.AddDays(-20) };
        var rested = Forecasters
            .Plain.WithPlan(plan => plan with { DaysOff = [new(Sample.Today.AddDays(-15), Sample.Today.AddDays(-5))] })
            .Evaluate(goal);

        Assert.Equal((GoalStatusKind.Stalled, 20), (Of(goal).Kind, Of(goal).IdleDays));
        Assert.Equal((GoalStatusKind.OnCourse, 9), (rested.Kind, rested.IdleDays));
    }

    [Fact]
    public void A_sighting_keeps_how_a_goal_stood_in_a_week()
    {
        var (owner, goalStatus) = (Guid.CreateVersion7(), Of(GoalFactsBuilder.Of(openMinutes: 300)));
        var forecastRecord = new ForecastRecord(owner, goalStatus, Sample.Today);

        Assert.Equal(
            (owner, goalStatus.Facts.Id, new DateOnly(2026, 6, 1)),
            (forecastRecord.OwnerId, forecastRecord.GoalId, forecastRecord.Week)
        );
        Assert.Equal(
            (GoalStatusKind.OnCourse, GoalFactsBuilder.Target),
            (forecastRecord.Status, forecastRecord.Target)
        );
        Assert.Equal(
            (goalStatus.Forecast!.P10, goalStatus.Forecast.P50, goalStatus.Forecast.P80, goalStatus.Forecast.P90),
            (forecastRecord.P10, forecastRecord.P50, forecastRecord.P80, forecastRecord.P90)
        );
        Assert.Equal(goalStatus.Forecast.Chance, forecastRecord.Chance);
    }

    [Fact]
    public void Without_evidence_a_goal_is_early_whatever_its_dates()
    {
        var impossible = GoalFactsBuilder.Of(openMinutes: 60_000);
        GoalStatusKind After(params PastTask[] past) =>
            (Forecasters.Plain with { PastTasks = past }).Evaluate(impossible).Kind;
        PastTask Done(int daysAgo) => new(default, 60, Sample.Today.AddDays(-daysAgo), Sample.Today.AddDays(-daysAgo));
        PastTask Begun(int daysAgo) => new(default, 60, Sample.Today.AddDays(-daysAgo), null);

        Assert.Equal(GoalStatusKind.Early, After());
        Assert.Equal(GoalStatusKind.Early, After(Done(1), Done(0)));
        Assert.Equal(GoalStatusKind.Early, After(Begun(13)));
        Assert.Equal(GoalStatusKind.OffCourse, After(Begun(14)));
        Assert.Equal(GoalStatusKind.OffCourse, After(Done(2), Done(1), Done(0)));
    }

    [Fact]
    public void A_target_that_has_passed_needs_no_evidence() =>
        Assert.Equal(
            GoalStatusKind.OffCourse,
            (Forecasters.Plain with { PastTasks = [] })
                .Evaluate(GoalFactsBuilder.Of() with { Target = Sample.Today.AddDays(-1) })
                .Kind
        );

    [Fact]
    public void A_goal_whose_plan_ends_after_the_target_is_at_best_drifting()
    {
        // Very fast so far: an hour takes a quarter of the time that the hours a week allow
        var past = Enumerable
            .Range(1, 200)
            .Select(day => new PastTask(default, 240, Sample.Today.AddDays(-day), Sample.Today.AddDays(-day)));
        var fast = Forecasters.Plain with { PastTasks = [.. past] };
        var goal = GoalFactsBuilder.Of(3_000);
        var forecast = fast.Evaluate(goal).Forecast!;

        Assert.True(forecast.P80 < forecast.PlanEnd);
        Assert.Equal(
            GoalStatusKind.Drifting,
            fast.Evaluate(goal with { Target = forecast.PlanEnd!.Value.AddDays(-1) }).Kind
        );
        Assert.Equal(GoalStatusKind.OnCourse, fast.Evaluate(goal with { Target = forecast.PlanEnd!.Value }).Kind);
    }

    private static GoalStatus Of(GoalFacts facts) => Forecasters.Plain.Evaluate(facts);
}
