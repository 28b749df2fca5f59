namespace CareerCompass.Domain.Reviews;

/// <summary>A periodic review of all active goals. Unique by person, kind and period.</summary>
public sealed partial class Review : OwnedEntity, IVersioned
{
    private Review() { }

    public Review(Guid ownerId, ScheduledReview due, DateTime now)
        : base(ownerId)
    {
        (Kind, PeriodStart, Date) = (due.Kind, due.PeriodStart, due.Date);
        OpenedAt = now;
    }

    public ReviewKind Kind { get; private set; }

    /// <summary>ISO Monday, or the first day of the month, quarter or year.</summary>
    public DateOnly PeriodStart { get; private set; }

    public DateOnly Date { get; private set; }

    public ReviewState State { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    public string? Learned { get; private set; }

    public int Version { get; private set; }

    /// <summary>Closes the review when the next one opens. Answers are kept.</summary>
    public void Fold()
    {
        if (State == ReviewState.Open)
        {
            State = ReviewState.Folded;
        }
    }

    /// <summary>Saves the lesson without completing the review.</summary>
    public void SaveLearned(string? learned)
    {
        RequireOpen();
        Learned = Limits.CheckNotes(learned, nameof(Learned));
    }

    /// <exception cref="DomainRuleException">The review is not open, or the text is too long.</exception>
    public void Complete(string? learned, DateTime now)
    {
        SaveLearned(learned);
        State = ReviewState.Completed;
        CompletedAt = now;
        CancelReminders();
    }

    /// <exception cref="DomainRuleException">The review is not open.</exception>
    public void RequireOpen()
    {
        if (State != ReviewState.Open)
        {
            throw new DomainRuleException(
                "",
                State == ReviewState.Completed
                    ? "This review is completed and can no longer be changed."
                    : "A newer review has opened. Please complete that one instead."
            );
        }
    }
}
