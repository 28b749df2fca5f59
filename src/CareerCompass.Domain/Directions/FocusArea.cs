namespace CareerCompass.Domain.Directions;

/// <summary>A part of a career with a wanted share of attention. A person's shares sum to 100.</summary>
public sealed class FocusArea : OwnedEntity
{
    private FocusArea() { }

    public FocusArea(Guid ownerId, string? name, int share, int position = 0)
        : base(ownerId) => Change(name, share, position);

    public string Name { get; private set; } = "";

    /// <summary>Percent of attention wanted, 0 to 100.</summary>
    public int Share { get; private set; }

    public int Position { get; private set; }

    /// <summary>When the area last changed in meaning (UTC): a new name, or a much larger or smaller share.</summary>
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
