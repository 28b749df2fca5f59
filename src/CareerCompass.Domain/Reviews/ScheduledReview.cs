using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

/// <summary>A review that is to open: what kind, for which period, on which local day, at which instant (UTC).</summary>
public sealed record ScheduledReview(ReviewKind Kind, DateOnly PeriodStart, DateOnly Date, DateTime OpensAt);
