namespace CareerCompass.Domain.Reviews;

public sealed record ScheduledReview(ReviewKind Kind, DateOnly PeriodStart, DateOnly Date, DateTime OpensAt);
