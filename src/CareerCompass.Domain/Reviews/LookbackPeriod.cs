using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>
/// The time that a longer review looks back on: since the last one of its length or longer that was completed. One that was
/// passed over folds into it.
/// </summary>
/// <param name="Since">When that one opened; null for the first, which looks back to the beginning.</param>
/// <param name="IncludedReviews">The smaller reviews in that time, oldest first.</param>
public sealed record LookbackPeriod(DateTime? Since, IReadOnlyList<ReviewSummary> IncludedReviews)
{
    /// <summary>Those whose lessons it quotes: of the longest kind there is, months under a quarter, weeks when there are no months.</summary>
    public IReadOnlyList<ReviewSummary> QuotedReviews { get; } =
    [.. IncludedReviews.Where(review => review.Kind == IncludedReviews.Max(other => other.Kind))];

    public int CompletedCount => IncludedReviews.Count(review => review.State == ReviewState.Completed);

    /// <param name="reviews">Those before it, in whatever order.</param>
    public static LookbackPeriod For(ReviewKind kind, DateTime openedAt, IReadOnlyList<ReviewSummary> reviews)
    {
        var earlier = reviews.Where(review => review.OpenedAt < openedAt).OrderBy(review => review.OpenedAt).ToList();
        var after = earlier
            .LastOrDefault(review => review.Kind >= kind && review.State == ReviewState.Completed)
            ?.OpenedAt;
        return new LookbackPeriod(
            after,
            [.. earlier.Where(review => review.Kind < kind && (after is null || review.OpenedAt > after))]
        );
    }
}
