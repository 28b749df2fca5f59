namespace CareerCompass.Domain.Directions;

/// <summary>One row of the focus areas form.</summary>
/// <param name="Share">Percent; null counts as 0.</param>
public sealed record FocusAreaEdit(Guid? Id, string? Name, int? Share)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Share is null or 0;
}
