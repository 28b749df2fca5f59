namespace CareerCompass.Domain.Reviews;

/// <summary>The results of a review.</summary>
/// <param name="CorrectionsMade">Corrections made while it was open and not undone.</param>
public sealed record ReviewOutcome(
    int GoalsCheckedIn,
    int CorrectionsMade,
    int PromptsAnswered,
    int PromptsDeclined,
    int NextStepsSet
);
