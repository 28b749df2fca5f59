namespace CareerCompass.Domain.Directions;

/// <summary>A person's statement of where their career is going. One a person.</summary>
public sealed class Direction : Owned, IVersioned
{
    private Direction()
    {
    }

    public Direction(Guid ownerId, string? statement)
        : base(ownerId) => Say(statement);

    public string? Statement { get; private set; }

    public int Version { get; private set; }

    public void Say(string? statement) => Statement = Limits.CheckNotes(statement, nameof(Statement));
}

/// <summary>A part of a career that wants a share of attention; the shares of a person sum to 100.</summary>
public sealed class FocusArea : Owned
{
    private FocusArea()
    {
    }

    public FocusArea(Guid ownerId, string? name, int share)
        : base(ownerId)
    {
        Name = Limits.CheckTitle(name, nameof(Name));
        Share = share is >= 0 and <= 100 ? share : throw new RuleBroken(nameof(Share), "Give a share between 0 and 100 %.");
    }

    public string Name { get; private set; } = "";

    /// <summary>Percent of attention wanted, 0 to 100.</summary>
    public int Share { get; private set; }
}

/// <summary>What the career is for: buy a home, start a family, travel.</summary>
public sealed class Aspiration : Owned
{
    private Aspiration()
    {
    }

    public Aspiration(Guid ownerId, string? title)
        : base(ownerId) => Title = Limits.CheckTitle(title);

    public string Title { get; private set; } = "";
}
