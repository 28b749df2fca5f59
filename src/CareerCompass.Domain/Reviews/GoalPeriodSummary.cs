using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal in the period that a longer review covers.</summary>
/// <param name="FirstStatus">The first status recorded in the period.</param>
public sealed record GoalPeriodSummary(
    Guid GoalId,
    string Title,
    GoalStatusKind? FirstStatus,
    GoalStatusKind? LastStatus,
    IReadOnlyList<int> Confidences,
    int NextStepsSet,
    int NextStepsDone,
    int Minutes
)
{
    /// <summary>Change in confidence; null with fewer than two answers.</summary>
    public int? ConfidenceChange => Confidences.Count < 2 ? null : Confidences[^1] - Confidences[0];

    public static GoalPeriodSummary From(
        Guid goalId,
        string title,
        GoalStatusKind? first,
        GoalStatusKind? last,
        int minutes,
        IEnumerable<CheckInSummary> checkIns
    )
    {
        var answers = checkIns
            .Where(checkIn => checkIn.GoalId == goalId)
            .OrderBy(checkIn => checkIn.AnsweredAt)
            .ToList();
        return new GoalPeriodSummary(
            goalId,
            title,
            first,
            last,
            [.. answers.Select(checkIn => checkIn.Confidence)],
            answers.Count(checkIn => checkIn.HasNextStep),
            answers.Count(checkIn => checkIn.HasNextStep && checkIn.IsNextStepDone),
            minutes
        );
    }
}
