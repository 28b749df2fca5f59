using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Corrections;

public class PersonRulesTests
{
    [Fact]
    public void Confidence_that_fell_in_two_reviews_in_a_row()
    {
        var goalStatus = RuleContexts.OnCourse();

        var told = Said(goalStatus, (-15, 9), (-8, 8), (-1, 7)).Tell<ConfidenceEvidence>(PromptRule.FallingConfidence);

        Assert.Equal((70, Sample.Today.AddDays(-1), null), (told.Latest, told.AnsweredOn, told.Chance));
        Assert.Equal([80, 90], told.Previous!);
    }

    [Theory]
    [InlineData(9, 9, 8)]
    [InlineData(9, 8, 8)]
    [InlineData(8, 9, 8)]
    [InlineData(7, 8, 9)]
    public void Confidence_that_fell_once_or_rose_again_is_no_matter(int first, int second, int third) =>
        Assert.Null(
            Said(RuleContexts.OnCourse(), (-15, first), (-8, second), (-1, third)).Find(PromptRule.FallingConfidence)
        );

    [Fact]
    public void What_was_said_before_a_pause_does_not_count()
    {
        var goalStatus = RuleContexts.OnCourse();
        goalStatus = goalStatus with { Facts = goalStatus.Facts with { StartedOn = Sample.Today.AddDays(-10) } };

        Assert.Null(Said(goalStatus, (-15, 9), (-8, 8), (-1, 7)).Find(PromptRule.FallingConfidence));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    [InlineData(10, false)]
    public void Felt_confidence_far_from_the_forecast(int confidence, bool apart)
    {
        var ruleContext = Said(RuleContexts.OnCourse(), (-1, confidence));

        Assert.Equal(apart, ruleContext.Find(PromptRule.FallingConfidence) is not null);
        if (apart)
        {
            var told = ruleContext.Tell<ConfidenceEvidence>(PromptRule.FallingConfidence);
            Assert.Equal((confidence * 10, true), (told.Latest, told.Previous is null));
            Assert.True(Math.Abs(told.Latest - told.Chance!.Value) >= PersonRules.MinConfidenceGap);
        }
    }

    [Fact]
    public void What_was_said_long_ago_is_not_held_against_todays_forecast()
    {
        Assert.NotNull(Said(RuleContexts.OnCourse(), (-28, 2)).Find(PromptRule.FallingConfidence));
        Assert.Null(Said(RuleContexts.OnCourse(), (-29, 2)).Find(PromptRule.FallingConfidence));
        Assert.Null(Said(RuleContexts.OnCourse().Paused(), (-1, 2)).Find(PromptRule.FallingConfidence));
    }

    [Theory]
    [InlineData(5, 300, false)]
    [InlineData(5, 299, true)]
    [InlineData(6, 6_000, true)]
    [InlineData(1, 30, false)]
    [InlineData(2, 119, true)]
    public void Too_many_goals_when_there_are_more_than_five_or_less_than_an_hour_a_week_for_each(
        int goals,
        int minutes,
        bool many
    )
    {
        var ruleContext = RuleContexts.Of([.. Enumerable.Range(0, goals).Select(_ => RuleContexts.OnCourse())]) with
        {
            Capacities = [new WeekMinutes(Sample.Today.AddYears(-1), minutes)],
        };

        Assert.Equal(many, ruleContext.Find(PromptRule.TooManyGoals) is not null);
        if (many)
        {
            Assert.Equal(
                new TooManyGoalsEvidence(goals, minutes),
                ruleContext.Tell<TooManyGoalsEvidence>(PromptRule.TooManyGoals)
            );
        }
    }

    [Fact]
    public void Goals_that_rest_are_not_too_many() =>
        Assert.Null(
            RuleContexts
                .Of([.. Enumerable.Range(0, 5).Select(_ => RuleContexts.OnCourse()), RuleContexts.OnCourse().Paused()])
                .Find(PromptRule.TooManyGoals)
        );

    [Fact]
    public void Two_reviews_in_a_row_were_skipped()
    {
        var ruleContext = RuleContexts.Of(RuleContexts.OnCourse());

        Assert.Null(
            (ruleContext with { SkippedReviewDates = [Sample.Today.AddDays(-9)] }).Find(PromptRule.ReviewsSkipped)
        );
        Assert.Equal(
            new SkippedReviewsEvidence(2, Sample.Today.AddDays(-16), Sample.Today.AddDays(-23)),
            (
                ruleContext with
                {
                    SkippedReviewDates = [Sample.Today.AddDays(-9), Sample.Today.AddDays(-16)],
                    LastCompletedReviewDate = Sample.Today.AddDays(-23),
                }
            ).Tell<SkippedReviewsEvidence>(PromptRule.ReviewsSkipped)
        );
    }

    [Fact]
    public void A_completed_review_ends_the_row() =>
        Assert.Null(
            (
                RuleContexts.Of(RuleContexts.OnCourse()) with
                {
                    SkippedReviewDates = [Sample.Today.AddDays(-16), Sample.Today.AddDays(-9)],
                    LastCompletedReviewDate = Sample.Today.AddDays(-12),
                }
            ).Find(PromptRule.ReviewsSkipped)
        );

    [Fact]
    public void A_review_that_lay_in_time_off_was_not_skipped()
    {
        var ruleContext = RuleContexts.Of(RuleContexts.OnCourse()) with
        {
            SkippedReviewDates = [Sample.Today.AddDays(-23), Sample.Today.AddDays(-16), Sample.Today.AddDays(-9)],
        };

        Assert.Equal(2, ruleContext.Off(-16, -12).Tell<SkippedReviewsEvidence>(PromptRule.ReviewsSkipped).Count);
        Assert.Null(ruleContext.Off(-23, -12).Find(PromptRule.ReviewsSkipped));
        Assert.Equal(3, ruleContext.Off(-16, -14).Tell<SkippedReviewsEvidence>(PromptRule.ReviewsSkipped).Count);
    }

    private static RuleContext Said(GoalStatus goalStatus, params (int Day, int Confidence)[] said) =>
        RuleContexts.Of(goalStatus) with
        {
            CheckIns =
            [
                .. said.Select(row => new RuleContext.RecentCheckIn(
                    goalStatus.Facts.Id,
                    Sample.Today.AddDays(row.Day),
                    row.Confidence
                )),
            ],
        };
}
