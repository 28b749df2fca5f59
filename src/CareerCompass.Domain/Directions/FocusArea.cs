namespace CareerCompass.Domain.Directions;

/// <summary>A part of a career that wants a share of attention; the shares of a person sum to 100.</summary>
public sealed class FocusArea : OwnedEntity
{
    private FocusArea() { }

    /// <exception cref="DomainRuleException">The name is empty or too long, or the share is none.</exception>
    public FocusArea(Guid ownerId, string? name, int share, int position = 0)
        : base(ownerId) => Change(name, share, position);

    public string Name { get; private set; } = "";

    /// <summary>Percent of attention wanted, 0 to 100.</summary>
    public int Share { get; private set; }

    /// <summary>Its place among the person's areas, smallest first.</summary>
    public int Position { get; private set; }

    /// <summary>The instant (UTC) at which it last came to mean something else: another name, or a much greater or smaller share.</summary>
    public DateTime? ChangedAt { get; private set; }

    internal void Change(string? name, int share, int position, DateTime? now = null)
    {
        var (meant, wanted) = (Name, Share);
        Name = Limits.CheckTitle(name, nameof(Name));
        Share = share is >= 0 and <= 100
            ? share
            : throw new DomainRuleException(nameof(Share), "Enter a share from 0 to 100 % for each area.");
        Position = position;
        ChangedAt =
            meant != Name || Math.Abs(wanted - Share) >= AttentionBreakdown.DriftThreshold
                ? now ?? ChangedAt
                : ChangedAt;
    }
}
