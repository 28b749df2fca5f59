using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>What a review did for the person.</summary>
/// <param name="GoalsCheckedIn">Goals with a check-in.</param>
/// <param name="CorrectionsMade">Corrections made while it was open, and not taken back.</param>
/// <param name="PromptsAnswered">Prompts that such a correction, or any other answer, settled.</param>
/// <param name="PromptsDeclined">Prompts that were looked at and left.</param>
/// <param name="NextStepsSet">Next steps that were set in it.</param>
public sealed record ReviewOutcome(
    int GoalsCheckedIn,
    int CorrectionsMade,
    int PromptsAnswered,
    int PromptsDeclined,
    int NextStepsSet
);
