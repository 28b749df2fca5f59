namespace CareerCompass.Domain;

/// <summary>Limits on what a person can enter, and checks that enforce them.</summary>
public static class Limits
{
    public const int MaxTitleLength = 200;

    public const int MaxNotesLength = 20_000;

    public const int MaxShortTextLength = 500;

    /// <summary>Minutes of one task: 1,000 hours.</summary>
    public const int MaxEstimateMinutes = 60_000;

    public const int MaxDayMinutes = 1_440;

    /// <summary>Minutes of weekly capacity: 100 hours.</summary>
    public const int MaxWeekMinutes = 6_000;

    public const int MaxYearsBack = 60;

    /// <summary>Years ahead that a plan date may be: a working life.</summary>
    public const int MaxYearsAhead = 60;

    public const int TrashRetentionDays = 30;

    /// <exception cref="DomainRuleException">The text is empty or longer than <see cref="MaxTitleLength"/>.</exception>
    public static string CheckTitle(string? text, string field = "Title")
    {
        var title = text?.Trim();
        if (string.IsNullOrEmpty(title))
        {
            throw new DomainRuleException(field, "Please fill this in.");
        }

        return title.Length <= MaxTitleLength ? title : throw TooLong(field, MaxTitleLength);
    }

    /// <returns>The trimmed text, or null when empty.</returns>
    /// <exception cref="DomainRuleException">The text is longer than <see cref="MaxNotesLength"/>.</exception>
    public static string? CheckNotes(string? text, string field) => Check(text, MaxNotesLength, field);

    /// <returns>The trimmed text, or null when empty.</returns>
    /// <exception cref="DomainRuleException">The text is longer than <see cref="MaxShortTextLength"/>.</exception>
    public static string? CheckShortText(string? text, string field) => Check(text, MaxShortTextLength, field);

    /// <exception cref="DomainRuleException">The date is out of range.</exception>
    public static DateOnly CheckDate(DateOnly date, DateOnly today, string field)
    {
        var (first, last) = (today.AddYears(-MaxYearsBack), today.AddYears(MaxYearsAhead));
        return date >= first && date <= last
            ? date
            : throw new DomainRuleException(field, "Enter a date between {0} and {1}.", first, last);
    }

    /// <exception cref="DomainRuleException">The date is not in the future, or out of range.</exception>
    public static DateOnly CheckFutureDate(DateOnly date, DateOnly today, string field) =>
        date > today
            ? CheckDate(date, today, field)
            : throw new DomainRuleException(field, "Enter a date after today ({0}).", today);

    /// <exception cref="DomainRuleException">The minutes are outside 1 to <paramref name="max"/>.</exception>
    public static int CheckMinutes(int minutes, int max, string field) =>
        minutes >= 1 && minutes <= max
            ? minutes
            : throw new DomainRuleException(field, "Enter a time between 1 minute and {0} hours.", max / 60);

    private static string? Check(string? text, int maxLength, string field)
    {
        var trimmed = text?.Trim();
        return trimmed is null or "" ? null
            : trimmed.Length <= maxLength ? trimmed
            : throw TooLong(field, maxLength);
    }

    private static DomainRuleException TooLong(string field, int maxLength) =>
        new(field, "Please keep this to {0} characters.", maxLength);
}
