namespace CareerCompass.Domain.Reviews;

/// <summary>The period that a longer review covers: since the last completed review of the same or a longer kind.
/// Skipped reviews are included.</summary>
/// <param name="Since">When that review opened; null for the first, which covers everything.</param>
public sealed record LookbackPeriod(DateTime? Since, IReadOnlyList<ReviewSummary> IncludedReviews)
{
    /// <summary>The reviews to quote: those of the longest kind included.</summary>
    public IReadOnlyList<ReviewSummary> QuotedReviews { get; } =
    [.. IncludedReviews.Where(review => review.Kind == IncludedReviews.Max(other => other.Kind))];

    public int CompletedCount => IncludedReviews.Count(review => review.State == ReviewState.Completed);

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
