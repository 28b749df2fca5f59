namespace CareerCompass.Web.Persistence;

/// <summary>Whose rows this request may see. Empty means nobody's: reads fail closed.</summary>
public sealed class OwnerScope
{
    public Guid Id { get; private set; }

    public void Use(Guid personId) => Id = personId;
}
