namespace CareerCompass.Domain;

/// <summary>Edited in forms; the version detects concurrent edits.</summary>
public interface IVersioned
{
    int Version { get; }
}
