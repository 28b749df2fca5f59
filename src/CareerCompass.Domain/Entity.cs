namespace CareerCompass.Domain;

/// <summary>Anything with an identity of its own. Ids are version 7, so they sort by when they were made.</summary>
public abstract class Entity
{
    public Guid Id { get; protected set; } = Guid.CreateVersion7();
}
