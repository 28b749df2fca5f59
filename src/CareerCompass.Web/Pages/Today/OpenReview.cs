using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Pages.Today;

public sealed record OpenReview(Guid Id, ReviewKind Kind, DateTime OpenedAt);
