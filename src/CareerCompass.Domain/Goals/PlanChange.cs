using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>One difference between two routes. The web puts it into words.</summary>
/// <param name="Names">The titles it is about: one, or those of several tasks or milestones.</param>
/// <param name="From">The date, title, state or minutes before, where there is one to show.</param>
/// <param name="To">The same, after.</param>
public sealed record PlanChange(
    PlanChangeKind Kind,
    IReadOnlyList<string> Names,
    object? From = null,
    object? To = null
);
