using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class GoalPeriodSummaryTests
{
    [Fact]
    public void A_month_looks_back_on_the_weeks_since_the_last_month_that_was_completed()
    {
        var span = LookbackPeriod.For(
            ReviewKind.Monthly,
            At(5, 4),
            [Mark(3, 2, ReviewKind.Weekly), Mark(4, 6, ReviewKind.Monthly), Mark(4, 13), Mark(4, 20), Mark(4, 27)]
        );

        Assert.Equal(At(4, 6), span.Since);
        Assert.Equal([13, 20, 27], span.IncludedReviews.Select(review => review.Date.Day));
    }

    [Fact]
    public void A_quarter_quotes_the_months_and_counts_the_weeks_too()
    {
        var span = LookbackPeriod.For(
            ReviewKind.Quarterly,
            At(4, 6),
            [
                Mark(1, 5, ReviewKind.Yearly),
                Mark(1, 12),
                Mark(2, 2, ReviewKind.Monthly),
                Mark(2, 9),
                Mark(3, 2, ReviewKind.Monthly),
            ]
        );

        Assert.Equal(At(1, 5), span.Since);
        Assert.Equal([2, 3], span.QuotedReviews.Select(review => review.Date.Month));
        Assert.Equal(4, span.CompletedCount);
    }

    [Fact]
    public void A_quarter_without_months_quotes_its_weeks()
    {
        var span = LookbackPeriod.For(ReviewKind.Quarterly, At(4, 6), [Mark(3, 2), Mark(3, 9)]);

        Assert.Equal(2, span.QuotedReviews.Count);
        Assert.Null(span.Since);
    }

    [Fact]
    public void One_that_was_passed_over_folds_into_the_next_of_its_kind()
    {
        var span = LookbackPeriod.For(
            ReviewKind.Monthly,
            At(6, 1),
            [
                Mark(4, 6, ReviewKind.Monthly),
                Mark(4, 13),
                Mark(5, 4, ReviewKind.Monthly, ReviewState.Folded),
                Mark(5, 11),
                Mark(5, 18, state: ReviewState.Folded),
            ]
        );

        Assert.Equal(At(4, 6), span.Since);
        Assert.Equal(
            ["4/13", "5/11", "5/18"],
            span.IncludedReviews.Select(review => $"{review.Date.Month}/{review.Date.Day}")
        );
        Assert.Equal(2, span.CompletedCount);
    }

    [Fact]
    public void What_came_later_is_not_looked_back_on()
    {
        Assert.Empty(
            LookbackPeriod
                .For(ReviewKind.Monthly, At(4, 6), [Mark(4, 6, ReviewKind.Monthly), Mark(4, 13)])
                .IncludedReviews
        );
    }

    [Fact]
    public void A_goals_confidence_rises_from_the_first_to_the_last_time_it_was_said()
    {
        var goal = Guid.CreateVersion7();
        var span = GoalPeriodSummary.From(
            goal,
            "Lead a team",
            GoalStatusKind.Drifting,
            GoalStatusKind.OnCourse,
            90,
            [
                Said(goal, 3, 8, step: true),
                Said(goal, 1, 5, step: true, done: true),
                Said(Guid.CreateVersion7(), 2, 0),
                Said(goal, 2, 6),
            ]
        );

        Assert.Equal([5, 6, 8], span.Confidences);
        Assert.Equal((3, 2, 1), (span.ConfidenceChange!.Value, span.NextStepsSet, span.NextStepsDone));
        Assert.Null(GoalPeriodSummary.From(goal, "", null, null, 0, [Said(goal, 1, 5)]).ConfidenceChange);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(5, 5)]
    [InlineData(8, 7)]
    [InlineData(20, 16)]
    public void The_short_version_says_honestly_how_long_it_takes(int goals, int minutes)
    {
        Assert.Equal(minutes, ShortReview.EstimatedMinutes(goals));
    }

    private static DateTime At(int month, int day) => new(2026, month, day, 9, 0, 0, DateTimeKind.Utc);

    private static ReviewSummary Mark(
        int month,
        int day,
        ReviewKind kind = ReviewKind.Weekly,
        ReviewState state = ReviewState.Completed
    ) => new(Guid.CreateVersion7(), kind, new DateOnly(2026, month, day), state, At(month, day), null);

    private static CheckInSummary Said(Guid goal, int day, int confidence, bool step = false, bool done = false) =>
        new(goal, At(3, day), confidence, step, done);
}
