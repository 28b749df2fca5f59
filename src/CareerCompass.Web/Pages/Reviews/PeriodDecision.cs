using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record PeriodDecision(
    Guid GoalId,
    string Title,
    CorrectionKind Kind,
    DateOnly DecidedOn,
    Cause? Cause,
    string? Lesson
);
