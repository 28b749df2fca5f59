namespace CareerCompass.Domain.Reviews;

/// <summary>A periodic look at all active goals. Unique by person, kind and period.</summary>
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

    /// <summary>The first day of its period: ISO Monday, first of month, quarter or year.</summary>
    public DateOnly PeriodStart { get; private set; }

    /// <summary>The person's day it fell on.</summary>
    public DateOnly Date { get; private set; }

    public ReviewState State { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    /// <summary>What was learned, in the person's words.</summary>
    public string? Learned { get; private set; }

    public int Version { get; private set; }

    /// <summary>The next review has opened before this one was completed. What was answered stays.</summary>
    public void Fold()
    {
        if (State == ReviewState.Open)
        {
            State = ReviewState.Folded;
        }
    }

    /// <summary>Keeps what was learned so far, without an end.</summary>
    /// <exception cref="DomainRuleException">It is no longer open, or the text is too long.</exception>
    public void SaveLearned(string? learned)
    {
        RequireOpen();
        Learned = Limits.CheckNotes(learned, nameof(Learned));
    }

    /// <exception cref="DomainRuleException">It is no longer open, or the text is too long.</exception>
    public void Complete(string? learned, DateTime now)
    {
        SaveLearned(learned);
        State = ReviewState.Completed;
        CompletedAt = now;
        CancelReminders();
    }

    /// <exception cref="DomainRuleException">It is no longer open.</exception>
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
