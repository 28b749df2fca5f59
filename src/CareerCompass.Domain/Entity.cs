namespace CareerCompass.Domain;

/// <summary>Anything with an identity of its own. Ids are version 7, so they sort by when they were made.</summary>
public abstract class Entity
{
    public Guid Id { get; protected set; } = Guid.CreateVersion7();
}

/// <summary>Something that belongs to one <see cref="People.Person"/> and that nobody else may see.</summary>
public abstract class OwnedEntity : Entity
{
    protected OwnedEntity()
    {
    }

    protected OwnedEntity(Guid ownerId) => OwnerId = ownerId;

    public Guid OwnerId { get; private set; }
}

/// <summary>Something that goes to Trash for <see cref="Limits.TrashRetentionDays"/> days before it is gone for good.</summary>
public interface ITrashable
{
    /// <summary>UTC; null while it is not in Trash.</summary>
    DateTime? TrashedAt { get; }

    void Trash(DateTime now);

    void Restore();
}

/// <summary>Something people edit in forms; the version shows that somebody else was faster.</summary>
public interface IVersioned
{
    int Version { get; }
}
