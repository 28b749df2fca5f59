using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewQuestionTests
{
    [Theory]
    [InlineData(ReviewKind.Weekly, 0)]
    [InlineData(ReviewKind.Monthly, 3)]
    [InlineData(ReviewKind.Quarterly, 5)]
    [InlineData(ReviewKind.Yearly, 5)]
    public void The_longer_a_review_looks_back_the_larger_its_few_questions(ReviewKind kind, int number)
    {
        var questions = ReviewQuestion.For(kind);

        Assert.Equal(number, questions.Count);
        Assert.Equal(number, questions.Select(question => question.Key).Distinct().Count());
        Assert.All(questions, question =>
            Assert.True(
                question.Text.Contains('?') && question.Text.Length < 110 && question.Hint.Length < 130,
                question.Text
            )
        );
    }

    [Fact]
    public void Answers_are_kept_with_the_question_as_it_was_asked()
    {
        var review = Review(ReviewKind.Monthly);

        review.AnswerQuestions(
            new Dictionary<string, string?>
            {
                ["stop"] = "  The newsletter ",
                ["ask"] = " ",
                ["unheard-of"] = "x",
            }
        );

        var answer = Assert.Single(review.Answers);
        Assert.Equal(
            ("stop", ReviewQuestion.For(ReviewKind.Monthly)[1].Text, "The newsletter"),
            (answer.Key, answer.Question, answer.Text)
        );
        Assert.Contains("\"Version\":1", review.AnswersJson);
    }

    [Fact]
    public void Taking_the_last_answer_back_leaves_none()
    {
        var review = Review(ReviewKind.Yearly);
        review.AnswerQuestions(new Dictionary<string, string?> { ["proud"] = "The talk" });

        review.AnswerQuestions(new Dictionary<string, string?> { ["proud"] = "" });

        Assert.Null(review.AnswersJson);
    }

    [Fact]
    public void A_review_that_is_over_takes_no_answers_and_each_has_a_limit()
    {
        var review = Review(ReviewKind.Quarterly);
        Sample.Refused("slips", () =>
            review.AnswerQuestions(new Dictionary<string, string?> { ["slips"] = new string('x', 20_001) })
        );
        review.Complete(null, Sample.Now);

        Sample.Refused("", () => review.AnswerQuestions(new Dictionary<string, string?> { ["slips"] = "Trains" }));
    }

    [Fact]
    public void The_short_version_leaves_what_the_long_one_was_told()
    {
        var review = Review(ReviewKind.Weekly);
        var checkIn = new CheckIn(
            review,
            Guid.CreateVersion7(),
            ProgressRating.Behind,
            4,
            "Time",
            "Call Ann",
            Sample.Now
        );

        checkIn.AnswerShort(review, 6, "Call Ann", Sample.Now.AddHours(1));

        Assert.Equal(
            (ProgressRating.Behind, 6, "Time", "Call Ann"),
            (checkIn.Progress, checkIn.Confidence, checkIn.Obstacle, checkIn.NextStep)
        );
    }

    [Fact]
    public void A_next_step_is_ticked_off_once_and_another_step_is_another()
    {
        var review = Review(ReviewKind.Weekly);
        var checkIn = new CheckIn(
            review,
            Guid.CreateVersion7(),
            ProgressRating.NotAsked,
            4,
            null,
            "Call Ann",
            Sample.Now
        );
        checkIn.SetNextStepDone(true, Sample.Now.AddDays(1));
        checkIn.SetNextStepDone(true, Sample.Now.AddDays(2));
        Assert.Equal(Sample.Now.AddDays(1), checkIn.NextStepDoneAt);

        checkIn.AnswerShort(review, 4, "Call Bob", Sample.Now);
        Assert.Null(checkIn.NextStepDoneAt);
        checkIn.AnswerShort(review, 4, null, Sample.Now);
        checkIn.SetNextStepDone(true, Sample.Now);
        Assert.Null(checkIn.NextStepDoneAt);
    }

    [Fact]
    public void What_was_noted_on_the_way_is_there_at_the_end()
    {
        var review = Review(ReviewKind.Weekly);
        review.SaveLearned(" Ask earlier ");

        Assert.Equal(("Ask earlier", ReviewState.Open), (review.Learned, review.State));
    }

    private static Review Review(ReviewKind kind) =>
        new(Guid.CreateVersion7(), new ScheduledReview(kind, Sample.Today, Sample.Today, Sample.Now), Sample.Now);
}
