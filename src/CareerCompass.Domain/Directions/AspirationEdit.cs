namespace CareerCompass.Domain.Directions;

/// <summary>An aspiration as it stands in the form; one without a title is dropped.</summary>
public sealed record AspirationEdit(Guid? Id, string? Title);
