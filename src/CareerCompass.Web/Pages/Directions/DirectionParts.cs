using CareerCompass.Domain.Directions;

namespace CareerCompass.Web.Pages.Directions;

/// <param name="FocusAreas">In the person's order, as are the aspirations.</param>
public sealed record DirectionParts(
    IReadOnlyList<AttentionBreakdown.FocusAreaShare> FocusAreas,
    IReadOnlyList<(Guid Id, string Title)> Aspirations
);
