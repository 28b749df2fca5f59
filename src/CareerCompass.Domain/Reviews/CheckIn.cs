namespace CareerCompass.Domain.Reviews;

/// <summary>How a goal's progress feels to the person.</summary>
public enum Felt
{
    Stuck,
    Behind,
    AsPlanned,
    Ahead,
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
        NextStep = Limits.CheckNotes(nextStep, nameof(NextStep));
    }
}
