using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A review among those that a longer one looks back on.</summary>
/// <param name="Learned">What was learned in it, or the beginning of that.</param>
public sealed record ReviewSummary(
    Guid Id,
    ReviewKind Kind,
    DateOnly Date,
    ReviewState State,
    DateTime OpenedAt,
    string? Learned
);
