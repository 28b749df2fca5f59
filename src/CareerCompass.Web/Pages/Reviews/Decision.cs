using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record Decision(Guid GoalId, string Title, CorrectionKind Kind, DateOnly DecidedOn, string? Reason);
