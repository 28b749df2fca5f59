using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>What was said of a goal in one of the reviews beneath.</summary>
public sealed record CheckInSummary(
    Guid GoalId,
    DateTime AnsweredAt,
    int Confidence,
    bool HasNextStep,
    bool IsNextStepDone
);
