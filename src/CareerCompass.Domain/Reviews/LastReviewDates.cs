namespace CareerCompass.Domain.Reviews;

/// <summary>The date of the last review of each kind, in any state.</summary>
public readonly record struct LastReviewDates(
    DateOnly? Weekly,
    DateOnly? Monthly,
    DateOnly? Quarterly,
    DateOnly? Yearly
)
{
    /// <summary>Whether a review of this kind, or a longer one that replaced it, has already used the period.</summary>
    public bool IsPeriodUsed(ReviewKind kind, DateOnly periodStart) =>
        IsOnOrAfter(Yearly, periodStart)
        || (kind <= ReviewKind.Quarterly && IsOnOrAfter(Quarterly, periodStart))
        || (kind <= ReviewKind.Monthly && IsOnOrAfter(Monthly, periodStart))
        || (kind <= ReviewKind.Weekly && IsOnOrAfter(Weekly, periodStart));

    public LastReviewDates With(ReviewKind kind, DateOnly date) =>
        kind switch
        {
            ReviewKind.Weekly => this with { Weekly = date },
            ReviewKind.Monthly => this with { Monthly = date },
            ReviewKind.Quarterly => this with { Quarterly = date },
            _ => this with { Yearly = date },
        };

    public DateOnly? Latest => new[] { Weekly, Monthly, Quarterly, Yearly }.Max();

    private static bool IsOnOrAfter(DateOnly? day, DateOnly start) => day >= start;
}
