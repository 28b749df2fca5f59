using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewTests
{
    private readonly Review review = new(
        Guid.CreateVersion7(),
        new ScheduledReview(ReviewKind.Monthly, new DateOnly(2026, 6, 1), Sample.Today, Sample.Now),
        Sample.Now
    );

    [Fact]
    public void A_review_opens_for_the_period_that_is_due()
    {
        Assert.Equal(
            (ReviewKind.Monthly, new DateOnly(2026, 6, 1), Sample.Today),
            (review.Kind, review.PeriodStart, review.Date)
        );
        Assert.Equal((ReviewState.Open, Sample.Now), (review.State, review.OpenedAt));
    }

    [Fact]
    public void A_review_is_completed_once()
    {
        review.Complete("  Start earlier. ", Sample.Now.AddHours(1));

        Assert.Equal(
            (ReviewState.Completed, Sample.Now.AddHours(1), "Start earlier."),
            (review.State, review.CompletedAt, review.Learned)
        );
        Sample.Refused("", () => review.Complete("Again", Sample.Now.AddHours(2)));
        Assert.Equal("Start earlier.", review.Learned);
    }

    [Fact]
    public void A_folded_review_can_no_longer_be_answered()
    {
        review.Fold();

        Assert.Equal(ReviewState.Folded, review.State);
        Sample.Refused("", () => review.Complete(null, Sample.Now));
        Sample.Refused("", () => Answer(7));
    }

    [Fact]
    public void A_completed_review_is_never_folded()
    {
        review.Complete(null, Sample.Now);
        review.Fold();

        Assert.Equal(ReviewState.Completed, review.State);
    }

    [Fact]
    public void What_was_learned_has_a_limit()
    {
        Sample.Refused("Learned", () => review.Complete(new string('a', 20_001), Sample.Now));

        Assert.Equal(ReviewState.Open, review.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Confidence_goes_from_0_to_10(int confidence) => Assert.Equal(confidence, Answer(confidence).Confidence);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Other_confidence_is_refused(int confidence) => Sample.Refused("Confidence", () => Answer(confidence));

    [Fact]
    public void A_check_in_can_be_answered_anew_while_the_review_is_open()
    {
        var checkIn = Answer(3);
        checkIn.Answer(review, ProgressRating.Ahead, 9, " ", "Call Ann", Sample.Now.AddMinutes(5));

        Assert.Equal(
            (ProgressRating.Ahead, 9, null, "Call Ann"),
            (checkIn.Progress, checkIn.Confidence, checkIn.Obstacle, checkIn.NextStep)
        );
        Assert.Equal(
            (review.Id, review.OwnerId, Sample.Now.AddMinutes(5)),
            (checkIn.ReviewId, checkIn.OwnerId, checkIn.AnsweredAt)
        );
        review.Complete(null, Sample.Now);
        Sample.Refused("", () => checkIn.Answer(review, ProgressRating.Stuck, 1, null, null, Sample.Now));
        Assert.Equal(9, checkIn.Confidence);
    }

    [Fact]
    public void Texts_of_a_check_in_have_a_limit()
    {
        var checkIn = Answer(3);

        Sample.Refused("Obstacle", () =>
            checkIn.Answer(review, ProgressRating.Stuck, 1, new string('a', 20_001), null, Sample.Now)
        );
        Sample.Refused("NextStep", () =>
            checkIn.Answer(review, ProgressRating.Stuck, 1, null, new string('a', 20_001), Sample.Now)
        );
    }

    private CheckIn Answer(int confidence) =>
        new(review, Guid.CreateVersion7(), ProgressRating.Behind, confidence, "Time", null, Sample.Now);
}
