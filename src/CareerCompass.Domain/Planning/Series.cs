namespace CareerCompass.Domain.Planning;

/// <summary>A recurring task of a goal. It takes capacity but never counts in progress or forecast.</summary>
public sealed class Series : Owned
{
    private Series()
    {
    }

    public Series(Guid ownerId, Guid goalId, string? title, string rule, DateOnly startsOn, DateOnly? until, int? minutes)
        : base(ownerId)
    {
        GoalId = goalId;
        Title = Limits.CheckTitle(title);
        Rule = Limits.CheckTitle(rule, nameof(Rule));
        StartsOn = startsOn;
        Until = until;
        Minutes = minutes is { } given ? Limits.CheckMinutes(given, Limits.EstimateMinutes, nameof(Minutes)) : null;
    }

    public Guid GoalId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>An RFC 5545 recurrence rule.</summary>
    public string Rule { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Minutes an occurrence takes.</summary>
    public int? Minutes { get; private set; }
}
