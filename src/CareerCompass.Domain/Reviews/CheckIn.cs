namespace CareerCompass.Domain.Reviews;

public sealed class CheckIn : OwnedEntity, IVersioned
{
    private CheckIn() { }

    public CheckIn(
        Review review,
        Guid goalId,
        ProgressRating progress,
        int confidence,
        string? obstacle,
        string? nextStep,
        DateTime now
    )
        : base(review.OwnerId)
    {
        ReviewId = review.Id;
        GoalId = goalId;
        Answer(review, progress, confidence, obstacle, nextStep, now);
    }

    public Guid ReviewId { get; private set; }

    public Guid GoalId { get; private set; }

    public ProgressRating Progress { get; private set; }

    /// <summary>Confidence in meeting the target, 0 to 10.</summary>
    public int Confidence { get; private set; }

    public string? Obstacle { get; private set; }

    public string? NextStep { get; private set; }

    public DateTime? NextStepDoneAt { get; private set; }

    public DateTime AnsweredAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="DomainRuleException">The review is not open, or an answer is invalid.</exception>
    public void Answer(
        Review review,
        ProgressRating progressRating,
        int confidence,
        string? obstacle,
        string? nextStep,
        DateTime now
    )
    {
        review.RequireOpen();
        if (confidence is < 0 or > 10)
        {
            throw new DomainRuleException(nameof(Confidence), "Choose a number from 0 to 10.");
        }

        (Progress, Confidence, AnsweredAt) = (progressRating, confidence, now);
        Obstacle = Limits.CheckNotes(obstacle, nameof(Obstacle));
        var before = NextStep;
        NextStep = Limits.CheckNotes(nextStep, nameof(NextStep));
        if (NextStep != before)
        {
            // A new step has not been done yet
            NextStepDoneAt = null;
        }
    }

    /// <summary>Answers the short review. Fields that it does not ask for keep their values.</summary>
    public void AnswerShort(Review review, int confidence, string? nextStep, DateTime now) =>
        Answer(review, Progress, confidence, Obstacle, nextStep, now);

    /// <summary>Marks the next step as done or not done. Idempotent; also allowed after the review has ended.</summary>
    public void SetNextStepDone(bool done, DateTime now) =>
        NextStepDoneAt = done && NextStep is not null ? NextStepDoneAt ?? now : null;
}
