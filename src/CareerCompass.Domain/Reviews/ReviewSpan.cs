using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A review among those that a longer one looks back on.</summary>
/// <param name="Learned">What was learned in it, or the beginning of that.</param>
public sealed record ReviewMark(Guid Id, ReviewKind Kind, DateOnly Date, ReviewState State, DateTime OpenedAt, string? Learned);

/// <summary>
/// The time that a longer review looks back on: since the last one of its length or longer that was completed. One that was
/// passed over folds into it.
/// </summary>
/// <param name="After">When that one opened; null for the first, which looks back to the beginning.</param>
/// <param name="Beneath">The smaller reviews in that time, oldest first.</param>
public sealed record ReviewSpan(DateTime? After, IReadOnlyList<ReviewMark> Beneath)
{
    /// <summary>Those whose lessons it quotes: of the longest kind there is, months under a quarter, weeks when there are no months.</summary>
    public IReadOnlyList<ReviewMark> Quoted { get; } = [.. Beneath.Where(review => review.Kind == Beneath.Max(other => other.Kind))];

    public int Completed => Beneath.Count(review => review.State == ReviewState.Completed);

    /// <param name="reviews">Those before it, in whatever order.</param>
    public static ReviewSpan Of(ReviewKind kind, DateTime openedAt, IReadOnlyList<ReviewMark> reviews)
    {
        var earlier = reviews.Where(review => review.OpenedAt < openedAt).OrderBy(review => review.OpenedAt).ToList();
        var after = earlier.LastOrDefault(review => review.Kind >= kind && review.State == ReviewState.Completed)?.OpenedAt;
        return new ReviewSpan(after, [.. earlier.Where(review => review.Kind < kind && (after is null || review.OpenedAt > after))]);
    }
}

/// <summary>What was said of a goal in one of the reviews beneath.</summary>
public sealed record SpanCheckIn(Guid GoalId, DateTime At, int Confidence, bool SetStep, bool StepDone);

/// <summary>A goal in the time that a longer review looks back on.</summary>
/// <param name="First">Its bearing when first sighted in that time.</param>
/// <param name="Confidences">In the order in which they were said.</param>
public sealed record GoalSpan(Guid GoalId, string Title, Bearing? First, Bearing? Last, IReadOnlyList<int> Confidences, int StepsSet, int StepsDone, int Minutes)
{
    /// <summary>By how much confidence rose; null when it was said less than twice.</summary>
    public int? Rise => Confidences.Count < 2 ? null : Confidences[^1] - Confidences[0];

    public static GoalSpan Of(Guid goalId, string title, Bearing? first, Bearing? last, int minutes, IEnumerable<SpanCheckIn> checkIns)
    {
        var said = checkIns.Where(checkIn => checkIn.GoalId == goalId).OrderBy(checkIn => checkIn.At).ToList();
        return new GoalSpan(
            goalId, title, first, last, [.. said.Select(checkIn => checkIn.Confidence)],
            said.Count(checkIn => checkIn.SetStep), said.Count(checkIn => checkIn.SetStep && checkIn.StepDone), minutes);
    }
}

/// <summary>What a review did for the person.</summary>
/// <param name="Covered">Goals with a check-in.</param>
/// <param name="Decided">Corrections made while it was open, and not taken back.</param>
/// <param name="Answered">Prompts that such a correction, or any other answer, settled.</param>
/// <param name="Declined">Prompts that were looked at and left.</param>
/// <param name="StepsSet">Next steps that were set in it.</param>
public sealed record ReviewYield(int Covered, int Decided, int Answered, int Declined, int StepsSet);

/// <summary>The short version of a review: three questions, and an honest word on how long they take.</summary>
public static class ShortReview
{
    private const double MinutesPerGoal = 0.75;

    /// <summary>Up to eight goals take seven minutes at most.</summary>
    public static int Minutes(int goals) => Math.Max(2, (int)Math.Ceiling((goals * MinutesPerGoal) + 1));
}
