using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

public sealed record ScheduledReview(ReviewKind Kind, DateOnly PeriodStart, DateOnly Date, DateTime OpensAt);
