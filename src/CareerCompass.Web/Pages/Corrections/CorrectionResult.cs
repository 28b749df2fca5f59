using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Corrections;

public sealed record CorrectionResult(
    Correction Correction,
    Goal? SuccessorGoal = null,
    IReadOnlyList<TaskDependency>? Dependencies = null
);
