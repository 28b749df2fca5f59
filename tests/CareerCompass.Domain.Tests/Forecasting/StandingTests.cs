using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Forecasting;

public class StandingTests
{
    /// <summary>Everything is wrong with it at once: no estimate, idle for a year, the target long gone.</summary>
    private static readonly GoalFacts Lost = Facts.Of() with
    {
        OpenEstimated = 0,
        StartedOn = Some.Today.AddYears(-1),
        Target = Some.Today.AddDays(-30),
    };

    [Theory]
    [InlineData(GoalState.Paused, Bearing.Paused)]
    [InlineData(GoalState.Achieved, Bearing.Achieved)]
    [InlineData(GoalState.Retired, Bearing.Retired)]
    [InlineData(GoalState.Active, Bearing.NoRoute)]
    public void The_lifecycle_comes_first_and_then_whether_there_is_a_route(GoalState state, Bearing bearing)
    {
        var standing = Of(Lost with { State = state });

        Assert.Equal((bearing, null), (standing.Bearing, standing.Forecast));
    }

    [Theory]
    [InlineData(GoalState.Paused)]
    [InlineData(GoalState.Achieved)]
    [InlineData(GoalState.Retired)]
    public void Only_an_active_goal_has_a_forecast(GoalState state) => Assert.Null(Of(Facts.Of() with { State = state }).Forecast);

    [Theory]
    [InlineData(GoalState.Retired, 1, Bearing.Drifting, Bearing.Retired)]
    [InlineData(GoalState.Active, 1, Bearing.Drifting, Bearing.Drifting)]
    [InlineData(GoalState.Active, 1, Bearing.Paused, Bearing.OnCourse)]
    [InlineData(GoalState.Active, 1, null, Bearing.OnCourse)]
    [InlineData(GoalState.Active, 0, null, Bearing.NoRoute)]
    public void As_it_stood_on_a_day_gone_by_it_has_the_bearing_sighted_then_if_it_was_pursued(GoalState state, int estimated, Bearing? seen, Bearing bearing)
    {
        var then = Standing.Then(Lost with { State = state, OpenEstimated = estimated }, seen);

        Assert.Equal((bearing, null), (then.Bearing, then.Forecast));
    }

    [Fact]
    public void Stalled_comes_before_off_course() => Assert.Equal(Bearing.Stalled, Of(Lost with { OpenEstimated = 1 }).Bearing);

    [Theory]
    [InlineData(13, Bearing.OnCourse)]
    [InlineData(14, Bearing.Stalled)]
    public void A_goal_is_stalled_after_fourteen_idle_days(int days, Bearing bearing)
    {
        var standing = Of(Facts.Of() with { StartedOn = Some.Today.AddDays(-days) });

        Assert.Equal((bearing, days), (standing.Bearing, standing.IdleDays));
    }

    [Fact]
    public void A_tick_effort_or_check_in_keeps_a_goal_from_stalling()
    {
        var (old, recent) = (Facts.Of() with { StartedOn = Some.Today.AddDays(-100) }, Some.Today.AddDays(-13));

        foreach (var facts in new[] { old with { LastTick = recent }, old with { LastEffort = recent }, old with { LastCheckIn = recent } })
        {
            Assert.Equal((Bearing.OnCourse, recent), (Of(facts).Bearing, facts.LastActivity));
        }

        Assert.Equal(Bearing.Stalled, Of(old with { LastTick = Some.Today.AddDays(-14), LastEffort = Some.Today.AddDays(-50) }).Bearing);
    }

    [Fact]
    public void What_was_done_before_a_goal_was_taken_up_again_does_not_make_it_idle() =>
        Assert.Equal(0, Of(Facts.Of() with { LastTick = Some.Today.AddDays(-90) }).IdleDays);

    [Fact]
    public void A_day_that_lies_ahead_is_no_idle_day() =>
        Assert.Equal(0, Of(Facts.Of() with { LastTick = Some.Today.AddDays(1) }).IdleDays);

    [Fact]
    public void Off_course_and_drifting_start_the_day_after_the_target()
    {
        var goal = Facts.Of(openMinutes: 1_200);
        var forecast = Of(goal).Forecast!;

        Assert.Equal(Bearing.OffCourse, Of(goal with { Target = forecast.P50.AddDays(-1) }).Bearing);
        Assert.Equal(Bearing.Drifting, Of(goal with { Target = forecast.P50 }).Bearing);
        Assert.Equal(Bearing.Drifting, Of(goal with { Target = forecast.P80.AddDays(-1) }).Bearing);
        Assert.Equal(Bearing.OnCourse, Of(goal with { Target = forecast.P80 }).Bearing);
    }

    [Fact]
    public void Days_off_are_not_idle()
    {
        var goal = Facts.Of() with { StartedOn = Some.Today.AddDays(-20) };
        var rested = Outlooks.Plain.With(facts => facts with { Off = [new(Some.Today.AddDays(-15), Some.Today.AddDays(-5))] });

        Assert.Equal((Bearing.Stalled, 20), (Of(goal).Bearing, Of(goal).IdleDays));
        Assert.Equal((Bearing.OnCourse, 9), (Standing.Of(goal, rested).Bearing, Standing.Of(goal, rested).IdleDays));
    }

    [Fact]
    public void A_sighting_keeps_how_a_goal_stood_in_a_week()
    {
        var (owner, standing) = (Guid.CreateVersion7(), Of(Facts.Of(openMinutes: 300)));
        var sighting = new Sighting(owner, standing, Some.Today);

        Assert.Equal((owner, standing.Facts.Id, new DateOnly(2026, 6, 1)), (sighting.OwnerId, sighting.GoalId, sighting.Week));
        Assert.Equal((Bearing.OnCourse, Facts.Target), (sighting.Bearing, sighting.Target));
        Assert.Equal((standing.Forecast!.P10, standing.Forecast.P50, standing.Forecast.P80, standing.Forecast.P90), (sighting.P10, sighting.P50, sighting.P80, sighting.P90));
        Assert.Equal(standing.Forecast.Chance, sighting.Chance);
    }

    private static Standing Of(GoalFacts facts) => Standing.Of(facts, Outlooks.Plain);
}
