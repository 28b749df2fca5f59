using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

/// <summary>The day of a person's last review of each kind, whatever became of it.</summary>
public readonly record struct LastReviewDates(
    DateOnly? Weekly,
    DateOnly? Monthly,
    DateOnly? Quarterly,
    DateOnly? Yearly
)
{
    /// <summary>Was the period already used by a review of this kind, or by a longer one that replaced it?</summary>
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

    /// <summary>The day of the last review of any kind.</summary>
    public DateOnly? Latest => new[] { Weekly, Monthly, Quarterly, Yearly }.Max();

    private static bool IsOnOrAfter(DateOnly? day, DateOnly start) => day >= start;
}
