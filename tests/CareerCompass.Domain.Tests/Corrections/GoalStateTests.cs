using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Corrections;

public class GoalStateTests
{
    private static readonly DateOnly Until = Sample.Today.AddDays(30);

    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void A_paused_goal_rests_until_a_day()
    {
        var correction = Pause();

        Assert.Equal((GoalState.Paused, Until, CorrectionKind.Pause), (goal.State, goal.PausedUntil, correction.Kind));
        Assert.Null(goal.EndedOn);
    }

    [Fact]
    public void A_pause_ends_after_today_and_within_a_working_life()
    {
        foreach (var day in new[] { Sample.Today, Sample.Today.AddDays(-1), DateOnly.MaxValue })
        {
            Sample.Refused("Until", () => goal.Pause(day, Sample.Reason, Sample.Today, Sample.Now));
        }

        Assert.Equal((GoalState.Active, null), (goal.State, goal.PausedUntil));
    }

    [Fact]
    public void A_pause_ends_by_itself_when_its_day_has_come_and_only_once()
    {
        Pause();

        Assert.False(goal.ResumeIfPauseEnded(Until.AddDays(-1)));
        Assert.Equal(GoalState.Paused, goal.State);
        Assert.True(goal.ResumeIfPauseEnded(Until));
        Assert.Equal((GoalState.Active, null, Until), (goal.State, goal.PausedUntil, goal.StartedOn));
        Assert.False(goal.ResumeIfPauseEnded(Until.AddDays(1)));
    }

    [Fact]
    public void Only_a_paused_goal_has_a_pause_to_end()
    {
        goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now);

        Assert.False(goal.ResumeIfPauseEnded(Until));
        Assert.Equal(GoalState.Achieved, goal.State);
    }

    [Fact]
    public void A_paused_goal_may_still_be_planned()
    {
        Pause();

        Assert.NotNull(goal.AddTask("Read", 60, null));
    }

    [Fact]
    public void A_paused_goal_is_taken_up_again_from_today()
    {
        Pause();
        var correction = goal.Resume(Sample.NoReason, Sample.Today.AddDays(3), Sample.Now);

        Assert.Equal((GoalState.Active, null, Sample.Today.AddDays(3)), (goal.State, goal.PausedUntil, goal.StartedOn));
        Assert.Equal(CorrectionKind.Resume, correction.Kind);
    }

    [Fact]
    public void A_retired_goal_has_ended_and_can_be_taken_up_again()
    {
        Pause();
        Assert.Equal(CorrectionKind.Retire, goal.Retire(Sample.Reason, Sample.Today, Sample.Now).Kind);
        Assert.Equal((GoalState.Retired, null, Sample.Today), (goal.State, goal.PausedUntil, goal.EndedOn));

        goal.Resume(Sample.NoReason, Until, Sample.Now);
        Assert.Equal((GoalState.Active, null, Until), (goal.State, goal.EndedOn, goal.StartedOn));
        goal.RequireNotEnded();
    }

    [Fact]
    public void An_achieved_goal_has_ended_and_can_be_taken_up_again()
    {
        Assert.Equal(CorrectionKind.Achieve, goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now).Kind);
        Assert.Equal((GoalState.Achieved, Sample.Today), (goal.State, goal.EndedOn));

        goal.Resume(Sample.NoReason, Until, Sample.Now);
        Assert.Equal((GoalState.Active, null), (goal.State, goal.EndedOn));
    }

    [Fact]
    public void An_active_goal_cannot_be_resumed() =>
        Sample.Refused("", () => goal.Resume(Sample.Reason, Sample.Today, Sample.Now));

    [Fact]
    public void A_paused_goal_cannot_be_paused_again()
    {
        Pause();

        Sample.Refused("", () => goal.Pause(Until.AddDays(1), Sample.Reason, Sample.Today, Sample.Now));
        Assert.Equal(Until, goal.PausedUntil);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_ended_goal_can_neither_pause_nor_end_again(bool achieved)
    {
        _ = achieved
            ? goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now)
            : goal.Retire(Sample.Reason, Sample.Today, Sample.Now);
        var state = goal.State;

        Sample.Refused("", () => Pause());
        Sample.Refused("", () => goal.Retire(Sample.Reason, Until, Sample.Now));
        Sample.Refused("", () => goal.Achieve(Sample.Reason, Until, Sample.Now));
        Assert.Equal((state, Sample.Today), (goal.State, goal.EndedOn));
    }

    private Correction Pause() => goal.Pause(Until, Sample.Reason, Sample.Today, Sample.Now);
}
