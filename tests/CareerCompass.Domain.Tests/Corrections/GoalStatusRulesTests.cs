using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

public class GoalStatusRulesTests
{
    [Fact]
    public void A_goal_on_course_raises_nothing() =>
        Assert.Empty(RuleContexts.Of(RuleContexts.OnCourse()).EvaluateRules());

    [Fact]
    public void Off_course_when_it_is_expected_after_the_target()
    {
        var goalStatus = RuleContexts.Stand(GoalFactsBuilder.Of(openMinutes: 6_000));

        var told = RuleContexts.Of(goalStatus).Tell<ForecastEvidence>(PromptRule.OffCourse);

        Assert.Equal(
            (6_000, GoalFactsBuilder.Target, goalStatus.Forecast!.P50),
            (told.OpenMinutes, told.Target, told.P50!.Value)
        );
        Assert.True(told.P50 > told.Target);
        Assert.Null(RuleContexts.Of(goalStatus).Find(PromptRule.Drifting));
    }

    [Fact]
    public void Drifting_when_only_a_slow_run_ends_after_the_target()
    {
        var goalStatus = RuleContexts.OnCourse();
        goalStatus = goalStatus with { Kind = GoalStatusKind.Drifting };

        Assert.Equal(goalStatus.Facts.Id, RuleContexts.Of(goalStatus).Find(PromptRule.Drifting)!.GoalId);
        Assert.Null(RuleContexts.Of(goalStatus).Find(PromptRule.OffCourse));
    }

    [Theory]
    [InlineData(GoalStatusKind.OffCourse, PromptRule.OffCourse)]
    [InlineData(GoalStatusKind.Drifting, PromptRule.Drifting)]
    public void A_prompt_about_the_dates_needs_two_looks_a_week_apart(GoalStatusKind kind, PromptRule rule)
    {
        var goalStatus = RuleContexts.OnCourse() with { Kind = kind };
        var context = RuleContexts.Of(goalStatus);

        Assert.True(context.Find(rule)!.CanRaisePrompt);
        Assert.False((context with { OffCourseBefore = new HashSet<Guid>() }).Find(rule)!.CanRaisePrompt);
    }

    [Fact]
    public void An_early_goal_raises_nothing() =>
        Assert.Empty(RuleContexts.Of(RuleContexts.OnCourse() with { Kind = GoalStatusKind.Early }).EvaluateRules());

    [Fact]
    public void Stalled_after_fourteen_quiet_days_of_which_none_was_off()
    {
        Assert.Null(RuleContexts.Of(Quiet(13)).Find(PromptRule.Stalled));
        Assert.Equal(14, RuleContexts.Of(Quiet(14)).Tell<ForecastEvidence>(PromptRule.Stalled).IdleDays);
        Assert.Null(
            RuleContexts
                .Of(Quiet(20, new DaySpan(Sample.Today.AddDays(-10), Sample.Today.AddDays(-4))))
                .Find(PromptRule.Stalled)
        );
        Assert.NotNull(
            RuleContexts
                .Of(Quiet(20, new DaySpan(Sample.Today.AddDays(-10), Sample.Today.AddDays(-5))))
                .Find(PromptRule.Stalled)
        );
    }

    [Theory]
    [InlineData(GoalState.Paused)]
    [InlineData(GoalState.Achieved)]
    [InlineData(GoalState.Retired)]
    public void A_goal_that_rests_or_has_ended_raises_nothing(GoalState state)
    {
        var late = GoalFactsBuilder.Of(openMinutes: 6_000) with
        {
            State = state,
            StartedOn = Sample.Today.AddDays(-90),
            Target = Sample.Today.AddDays(-9),
        };

        Assert.Empty(RuleContexts.Of(RuleContexts.Stand(late)).EvaluateRules());
    }

    [Fact]
    public void No_next_step_when_no_task_is_open()
    {
        var goalStatus = RuleContexts.Stand(GoalFactsBuilder.Of(openMinutes: 0) with { Open = 0, OpenEstimated = 0 });

        Assert.Equal(
            (0, 0),
            (RuleContexts.Of(goalStatus).Tell<ForecastEvidence>(PromptRule.NoNextStep).Open, goalStatus.Facts.Done)
        );
        Assert.Null(RuleContexts.Of(goalStatus).Find(PromptRule.EstimateMissing));
    }

    [Fact]
    public void What_repeats_is_a_next_step()
    {
        var goalStatus = RuleContexts.Stand(GoalFactsBuilder.Of(openMinutes: 0) with { Open = 0, OpenEstimated = 0 });

        Assert.Null(
            (
                RuleContexts.Of(goalStatus) with
                {
                    GoalAlignments = [new(goalStatus.Facts.Id, null, null, HasRecurringTask: true, null)],
                }
            ).Find(PromptRule.NoNextStep)
        );
    }

    [Fact]
    public void All_done_after_the_target_asks_for_the_next_step_and_before_it_says_well_done()
    {
        var done = GoalFactsBuilder.Of(openMinutes: 0) with
        {
            Open = 0,
            OpenEstimated = 0,
            Done = 7,
            DoneEstimated = 7,
            DoneMinutes = 700,
        };

        Assert.Equal(
            new EarlyFinishEvidence(GoalFactsBuilder.Target, null, 7, 98),
            RuleContexts.Of(RuleContexts.Stand(done)).Tell<EarlyFinishEvidence>(PromptRule.DoneEarly)
        );
        var late = RuleContexts.Of(RuleContexts.Stand(done with { Target = Sample.Today.AddDays(-1) }));
        Assert.Null(late.Find(PromptRule.DoneEarly));
        Assert.Equal(7, late.Tell<ForecastEvidence>(PromptRule.NoNextStep).Done);
    }

    [Theory]
    [InlineData(3, 0, true)]
    [InlineData(3, 2, true)]
    [InlineData(4, 3, false)]
    [InlineData(6, 4, true)]
    [InlineData(1, 1, false)]
    public void Estimates_are_missing_when_a_third_of_the_open_tasks_has_none(int open, int estimated, bool missing)
    {
        var goalStatus = RuleContexts.Stand(
            GoalFactsBuilder.Of() with
            {
                Open = open,
                OpenEstimated = estimated,
                OpenMinutes = 60 * estimated,
            }
        );

        Assert.Equal(missing, RuleContexts.Of(goalStatus).Find(PromptRule.EstimateMissing) is not null);
        if (missing)
        {
            var told = RuleContexts.Of(goalStatus).Tell<ForecastEvidence>(PromptRule.EstimateMissing);
            Assert.Equal((open, open - estimated), (told.Open, told.Unestimated));
        }
    }

    [Fact]
    public void Done_early_when_half_is_done_and_even_a_slow_run_ends_four_weeks_before()
    {
        var facts = GoalFactsBuilder.Of(openMinutes: 300) with
        {
            StartedOn = Sample.Today.AddDays(-56),
            LastTaskDoneOn = Sample.Today,
            Done = 5,
            DoneEstimated = 5,
            DoneMinutes = 600,
        };

        Assert.Equal(
            new EarlyFinishEvidence(GoalFactsBuilder.Target, Sample.Today.AddDays(50), 5, 48),
            RuleContexts.Of(RuleContexts.OnCourse(facts, p80: 50)).Tell<EarlyFinishEvidence>(PromptRule.DoneEarly)
        );
        Assert.Null(
            RuleContexts
                .Of(RuleContexts.OnCourse(facts with { DoneMinutes = 200, Done = 2, DoneEstimated = 2 }, p80: 50))
                .Find(PromptRule.DoneEarly)
        );

        // A quarter of 22 weeks is more than four weeks; a quarter of twelve is less
        Assert.NotNull(RuleContexts.Of(RuleContexts.OnCourse(facts, p80: 60)).Find(PromptRule.DoneEarly));
        Assert.Null(RuleContexts.Of(RuleContexts.OnCourse(facts, p80: 61)).Find(PromptRule.DoneEarly));
        var shorter = facts with { StartedOn = Sample.Today.AddDays(-7), Target = Sample.Today.AddDays(70) };
        Assert.NotNull(RuleContexts.Of(RuleContexts.OnCourse(shorter, p80: 42)).Find(PromptRule.DoneEarly));
        Assert.Null(RuleContexts.Of(RuleContexts.OnCourse(shorter, p80: 43)).Find(PromptRule.DoneEarly));
    }

    private static GoalStatus Quiet(int days, params DaySpan[] off) =>
        RuleContexts.Stand(
            GoalFactsBuilder.Of() with
            {
                StartedOn = Sample.Today.AddDays(-60),
                LastTaskDoneOn = Sample.Today.AddDays(-days),
            },
            off
        );
}
