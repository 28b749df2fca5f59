namespace CareerCompass.Domain.Reviews;

/// <summary>How a goal's progress feels to the person.</summary>
public enum Felt
{
    Stuck,
    Behind,
    AsPlanned,
    Ahead,

    /// <summary>The short version does not ask.</summary>
    NotAsked,
}

/// <summary>What a person says of one goal in one review.</summary>
public sealed class CheckIn : Owned, IVersioned
{
    private CheckIn()
    {
    }

    /// <exception cref="RuleBroken">See <see cref="Answer"/>.</exception>
    public CheckIn(Review review, Guid goalId, Felt felt, int confidence, string? obstacle, string? nextStep, DateTime now)
        : base(review.OwnerId)
    {
        ReviewId = review.Id;
        GoalId = goalId;
        Answer(review, felt, confidence, obstacle, nextStep, now);
    }

    public Guid ReviewId { get; private set; }

    public Guid GoalId { get; private set; }

    public Felt Felt { get; private set; }

    /// <summary>0 to 10: how sure the person is to make the target.</summary>
    public int Confidence { get; private set; }

    public string? Obstacle { get; private set; }

    public string? NextStep { get; private set; }

    /// <summary>When the person said that the next step is done; null while it is not.</summary>
    public DateTime? StepDoneAt { get; private set; }

    public DateTime At { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The review is no longer open, the confidence lies outside 0 to 10, or a text is too long.</exception>
    public void Answer(Review review, Felt felt, int confidence, string? obstacle, string? nextStep, DateTime now)
    {
        review.RequireOpen();
        if (confidence is < 0 or > 10)
        {
            throw new RuleBroken(nameof(Confidence), "Give a number from 0 to 10.");
        }

        (Felt, Confidence, At) = (felt, confidence, now);
        Obstacle = Limits.CheckNotes(obstacle, nameof(Obstacle));
        var before = NextStep;
        NextStep = Limits.CheckNotes(nextStep, nameof(NextStep));
        if (NextStep != before)
        {
            StepDoneAt = null; // that was another step
        }
    }

    /// <summary>The answer of the short version. What the long one asks besides stays as it was said.</summary>
    /// <exception cref="RuleBroken">See <see cref="Answer"/>.</exception>
    public void AnswerShort(Review review, int confidence, string? nextStep, DateTime now) => Answer(review, Felt, confidence, Obstacle, nextStep, now);

    /// <summary>The next step is done, or not done after all. Also a review that is over is looked back on; twice is the same as once.</summary>
    public void TickStep(bool done, DateTime now) => StepDoneAt = done && NextStep is not null ? StepDoneAt ?? now : null;
}
