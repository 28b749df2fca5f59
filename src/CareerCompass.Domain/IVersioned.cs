namespace CareerCompass.Domain;

/// <summary>Something people edit in forms; the version shows that somebody else was faster.</summary>
public interface IVersioned
{
    int Version { get; }
}
