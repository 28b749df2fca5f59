using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A review among those that a longer one looks back on.</summary>
/// <param name="Learned">What was learned in it, or the beginning of that.</param>
public sealed record ReviewSummary(Guid Id, ReviewKind Kind, DateOnly Date, ReviewState State, DateTime OpenedAt, string? Learned);

/// <summary>
/// The time that a longer review looks back on: since the last one of its length or longer that was completed. One that was
/// passed over folds into it.
/// </summary>
/// <param name="Since">When that one opened; null for the first, which looks back to the beginning.</param>
/// <param name="IncludedReviews">The smaller reviews in that time, oldest first.</param>
public sealed record LookbackPeriod(DateTime? Since, IReadOnlyList<ReviewSummary> IncludedReviews)
{
    /// <summary>Those whose lessons it quotes: of the longest kind there is, months under a quarter, weeks when there are no months.</summary>
    public IReadOnlyList<ReviewSummary> QuotedReviews { get; } = [.. IncludedReviews.Where(review => review.Kind == IncludedReviews.Max(other => other.Kind))];

    public int CompletedCount => IncludedReviews.Count(review => review.State == ReviewState.Completed);

    /// <param name="reviews">Those before it, in whatever order.</param>
    public static LookbackPeriod For(ReviewKind kind, DateTime openedAt, IReadOnlyList<ReviewSummary> reviews)
    {
        var earlier = reviews.Where(review => review.OpenedAt < openedAt).OrderBy(review => review.OpenedAt).ToList();
        var after = earlier.LastOrDefault(review => review.Kind >= kind && review.State == ReviewState.Completed)?.OpenedAt;
        return new LookbackPeriod(after, [.. earlier.Where(review => review.Kind < kind && (after is null || review.OpenedAt > after))]);
    }
}

/// <summary>What was said of a goal in one of the reviews beneath.</summary>
public sealed record CheckInSummary(Guid GoalId, DateTime AnsweredAt, int Confidence, bool HasNextStep, bool IsNextStepDone);

/// <summary>A goal in the time that a longer review looks back on.</summary>
/// <param name="FirstStatus">Its bearing when first sighted in that time.</param>
/// <param name="Confidences">In the order in which they were said.</param>
public sealed record GoalPeriodSummary(Guid GoalId, string Title, GoalStatusKind? FirstStatus, GoalStatusKind? LastStatus, IReadOnlyList<int> Confidences, int NextStepsSet, int NextStepsDone, int Minutes)
{
    /// <summary>By how much confidence rose; null when it was said less than twice.</summary>
    public int? ConfidenceChange => Confidences.Count < 2 ? null : Confidences[^1] - Confidences[0];

    public static GoalPeriodSummary From(Guid goalId, string title, GoalStatusKind? first, GoalStatusKind? last, int minutes, IEnumerable<CheckInSummary> checkIns)
    {
        var answers = checkIns.Where(checkIn => checkIn.GoalId == goalId).OrderBy(checkIn => checkIn.AnsweredAt).ToList();
        return new GoalPeriodSummary(
            goalId, title, first, last, [.. answers.Select(checkIn => checkIn.Confidence)],
            answers.Count(checkIn => checkIn.HasNextStep), answers.Count(checkIn => checkIn.HasNextStep && checkIn.IsNextStepDone), minutes);
    }
}

/// <summary>What a review did for the person.</summary>
/// <param name="GoalsCheckedIn">Goals with a check-in.</param>
/// <param name="CorrectionsMade">Corrections made while it was open, and not taken back.</param>
/// <param name="PromptsAnswered">Prompts that such a correction, or any other answer, settled.</param>
/// <param name="PromptsDeclined">Prompts that were looked at and left.</param>
/// <param name="NextStepsSet">Next steps that were set in it.</param>
public sealed record ReviewOutcome(int GoalsCheckedIn, int CorrectionsMade, int PromptsAnswered, int PromptsDeclined, int NextStepsSet);

/// <summary>The short version of a review: three questions, and an honest word on how long they take.</summary>
public static class ShortReview
{
    private const double MinutesPerGoal = 0.75;

    /// <summary>Up to eight goals take seven minutes at most.</summary>
    public static int EstimatedMinutes(int goals) => Math.Max(2, (int)Math.Ceiling((goals * MinutesPerGoal) + 1));
}
