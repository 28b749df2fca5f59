namespace CareerCompass.Domain.People;

/// <summary>A period without career work; both days included.</summary>
public sealed class TimeOff : OwnedEntity
{
    private TimeOff() { }

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

    public string? Note { get; private set; }
}
