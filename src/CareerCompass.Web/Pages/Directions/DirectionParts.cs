using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

/// <param name="Areas">In the person's order, as are the aspirations.</param>
public sealed record DirectionParts(
    IReadOnlyList<AttentionBreakdown.FocusAreaShare> Areas,
    IReadOnlyList<(Guid Id, string Title)> Aspirations
);
