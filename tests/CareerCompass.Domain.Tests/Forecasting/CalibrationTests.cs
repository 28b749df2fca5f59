using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Forecasting;

public class CalibrationTests
{
    [Fact]
    public void Nothing_is_known_while_all_dates_lie_ahead() =>
        Assert.False(Calibration.From([Of(10, 20, 30, 40)], Sample.Today).HasScores);

    [Fact]
    public void A_goal_that_was_achieved_scores_all_of_its_dates()
    {
        var score = Calibration.From(
            [Of(-40, -30, -20, -10) with { State = GoalState.Achieved, EndedOn = Sample.Today.AddDays(-25) }],
            Sample.Today
        );

        Assert.Equal(
            [(0, 1), (0, 1), (1, 1), (1, 1)],
            score.CalibrationScores.Select(row => (row.HeldCount, row.KnownCount))
        );
        Assert.Equal((1, 1, 1), (score.TargetScore.HeldCount, score.TargetScore.KnownCount, score.GoalCount));
    }

    [Fact]
    public void A_date_that_passed_did_not_hold_and_one_that_is_today_still_may()
    {
        var score = Calibration.From([Of(-5, -1, 0, 10)], Sample.Today);

        Assert.Equal(
            [(0, 1), (0, 1), (0, 0), (0, 0)],
            score.CalibrationScores.Select(row => (row.HeldCount, row.KnownCount))
        );
    }

    [Fact]
    public void Dates_that_lay_ahead_when_a_goal_was_given_up_are_left_out()
    {
        var score = Calibration.From(
            [Of(-40, -30, -20, -10) with { State = GoalState.Retired, EndedOn = Sample.Today.AddDays(-30) }],
            Sample.Today
        );

        Assert.Equal(
            [(0, 1), (0, 0), (0, 0), (0, 0)],
            score.CalibrationScores.Select(row => (row.HeldCount, row.KnownCount))
        );
    }

    [Theory]
    [InlineData(GoalState.Paused, 0)]
    [InlineData(GoalState.Active, 0)]
    public void What_was_seen_before_a_rest_is_never_held_against_anybody(GoalState state, int resumed) =>
        Assert.False(
            Calibration
                .From(
                    [Of(-40, -30, -20, -10) with { State = state, StartedOn = Sample.Today.AddDays(resumed) }],
                    Sample.Today
                )
                .HasScores
        );

    [Fact]
    public void Shares_are_of_what_is_known()
    {
        var achieved = Of(-40, -30, -20, -10) with { State = GoalState.Achieved, EndedOn = Sample.Today.AddDays(-15) };
        var score = Calibration.From(
            [achieved, achieved with { GoalId = Guid.CreateVersion7(), EndedOn = Sample.Today.AddDays(-25) }],
            Sample.Today
        );

        Assert.Equal([0, 0, 0.5, 1], score.CalibrationScores.Select(row => row.Share));
        Assert.Equal(2, score.GoalCount);
    }

    private static ForecastOutcome Of(int p10, int p50, int p80, int p90) =>
        new(
            Guid.CreateVersion7(),
            Sample.Today.AddDays(-60),
            Sample.Today.AddDays(p80),
            Sample.Today.AddDays(p10),
            Sample.Today.AddDays(p50),
            Sample.Today.AddDays(p80),
            Sample.Today.AddDays(p90),
            GoalState.Active,
            Sample.Today.AddDays(-300),
            null
        );
}
