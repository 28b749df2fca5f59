namespace CareerCompass.Domain;

/// <summary>An object that belongs to one <see cref="People.Person"/> and is visible only to them.</summary>
public abstract class OwnedEntity : Entity
{
    protected OwnedEntity() { }

    protected OwnedEntity(Guid ownerId) => OwnerId = ownerId;

    public Guid OwnerId { get; private set; }
}
