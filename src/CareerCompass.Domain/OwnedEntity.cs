namespace CareerCompass.Domain;

/// <summary>Something that belongs to one <see cref="People.Person"/> and that nobody else may see.</summary>
public abstract class OwnedEntity : Entity
{
    protected OwnedEntity() { }

    protected OwnedEntity(Guid ownerId) => OwnerId = ownerId;

    public Guid OwnerId { get; private set; }
}
