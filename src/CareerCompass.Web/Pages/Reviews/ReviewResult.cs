using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="GoalsAsked">Null once the review is completed.</param>
public sealed record ReviewResult(
    ReviewOutcome Outcome,
    IReadOnlyList<LastNextStep> LastNextSteps,
    int? GoalsAsked,
    bool IsOpen
);
