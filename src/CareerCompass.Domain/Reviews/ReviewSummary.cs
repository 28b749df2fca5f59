namespace CareerCompass.Domain.Reviews;

/// <param name="Learned">The lesson, possibly truncated.</param>
public sealed record ReviewSummary(
    Guid Id,
    ReviewKind Kind,
    DateOnly Date,
    ReviewState State,
    DateTime OpenedAt,
    string? Learned
);
