namespace CareerCompass.Domain.People;

/// <summary>Days on which a person does nothing for their career: first and last day, both included.</summary>
public sealed class TimeOff : OwnedEntity
{
    private TimeOff() { }

    /// <exception cref="DomainRuleException">The last day cannot be before the first.</exception>
    public TimeOff(Guid ownerId, DateOnly firstDay, DateOnly lastDay, string? note = null)
        : base(ownerId)
    {
        FirstDay = firstDay;
        LastDay =
            lastDay >= firstDay
                ? lastDay
                : throw new DomainRuleException(nameof(LastDay), "The last day cannot be before the first.");
        Note = string.IsNullOrWhiteSpace(note) ? null : Limits.CheckTitle(note, nameof(Note));
    }

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>What for, in a few words.</summary>
    public string? Note { get; private set; }
}
