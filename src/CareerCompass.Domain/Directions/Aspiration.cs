namespace CareerCompass.Domain.Directions;

/// <summary>What the career is for: buy a home, start a family, travel.</summary>
public sealed class Aspiration : OwnedEntity
{
    private Aspiration() { }

    public Aspiration(Guid ownerId, string? title, int position = 0)
        : base(ownerId) => Change(title, position);

    public string Title { get; private set; } = "";

    public int Position { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    internal void Change(string? title, int position, DateTime? now = null)
    {
        var before = Title;
        (Title, Position) = (Limits.CheckTitle(title), position);
        ChangedAt = before != Title ? now ?? ChangedAt : ChangedAt;
    }
}
