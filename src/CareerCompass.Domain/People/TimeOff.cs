namespace CareerCompass.Domain.People;

/// <summary>Days on which a person does nothing for their career: first and last day, both included.</summary>
public sealed class TimeOff : Owned
{
    private TimeOff()
    {
    }

    /// <exception cref="RuleBroken">The last day comes before the first.</exception>
    public TimeOff(Guid ownerId, DateOnly firstDay, DateOnly lastDay)
        : base(ownerId)
    {
        FirstDay = firstDay;
        LastDay = lastDay >= firstDay
            ? lastDay
            : throw new RuleBroken(nameof(LastDay), "The last day comes before the first.");
    }

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }
}
