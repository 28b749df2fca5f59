namespace CareerCompass.Domain.Reviews;

/// <summary>What a person says of one goal in one review.</summary>
public sealed class CheckIn : OwnedEntity, IVersioned
{
    private CheckIn() { }

    /// <exception cref="DomainRuleException">See <see cref="Answer"/>.</exception>
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

    /// <summary>0 to 10: how sure the person is to make the target.</summary>
    public int Confidence { get; private set; }

    public string? Obstacle { get; private set; }

    public string? NextStep { get; private set; }

    /// <summary>When the person said that the next step is done; null while it is not.</summary>
    public DateTime? NextStepDoneAt { get; private set; }

    public DateTime AnsweredAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="DomainRuleException">The review is no longer open, the confidence lies outside 0 to 10, or a text is too long.</exception>
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
            NextStepDoneAt = null; // that was another step
        }
    }

    /// <summary>The answer of the short version. What the long one asks besides stays as it was said.</summary>
    /// <exception cref="DomainRuleException">See <see cref="Answer"/>.</exception>
    public void AnswerShort(Review review, int confidence, string? nextStep, DateTime now) =>
        Answer(review, Progress, confidence, Obstacle, nextStep, now);

    /// <summary>The next step is done, or not done after all. Also a review that is over is looked back on; twice is the same as once.</summary>
    public void SetNextStepDone(bool done, DateTime now) =>
        NextStepDoneAt = done && NextStep is not null ? NextStepDoneAt ?? now : null;
}
