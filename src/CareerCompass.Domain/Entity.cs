namespace CareerCompass.Domain;

/// <summary>An object with an identity. Ids are version 7 GUIDs, so they sort by creation time.</summary>
public abstract class Entity
{
    public Guid Id { get; protected set; } = Guid.CreateVersion7();
}
