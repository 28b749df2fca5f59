namespace CareerCompass.Domain.Goals;

/// <summary>One difference between two plans, localized by the web project.</summary>
/// <param name="From">The date, title, state or minutes before, if any.</param>
public sealed record PlanChange(
    PlanChangeKind Kind,
    IReadOnlyList<string> Names,
    object? From = null,
    object? To = null
);
