using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal in the time that a longer review looks back on.</summary>
/// <param name="FirstStatus">Its bearing when first sighted in that time.</param>
/// <param name="Confidences">In the order in which they were said.</param>
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
    /// <summary>By how much confidence rose; null when it was said less than twice.</summary>
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
