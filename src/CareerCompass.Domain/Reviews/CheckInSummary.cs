namespace CareerCompass.Domain.Reviews;

public sealed record CheckInSummary(
    Guid GoalId,
    DateTime AnsweredAt,
    int Confidence,
    bool HasNextStep,
    bool IsNextStepDone
);
