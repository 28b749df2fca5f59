namespace CareerCompass.Domain.Directions;

/// <summary>A focus area as it stands in the form in which all of them are edited together.</summary>
/// <param name="Id">The area it is about; null for a new one.</param>
/// <param name="Share">Percent; none counts as 0.</param>
public sealed record FocusAreaEdit(Guid? Id, string? Name, int? Share)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Share is null or 0;
}
