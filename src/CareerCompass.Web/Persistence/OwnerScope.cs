namespace CareerCompass.Web.Persistence;

/// <summary>The owner whose rows the request may see. Empty by default, so that reads fail closed.</summary>
public sealed class OwnerScope
{
    public Guid OwnerId { get; private set; }

    public void Use(Guid personId) => OwnerId = personId;
}
