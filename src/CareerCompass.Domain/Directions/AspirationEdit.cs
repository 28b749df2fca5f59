namespace CareerCompass.Domain.Directions;

/// <summary>One row of the aspirations form. A row without a title is dropped.</summary>
public sealed record AspirationEdit(Guid? Id, string? Title);
