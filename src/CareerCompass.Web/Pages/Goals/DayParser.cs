using CareerCompass.Domain;

namespace CareerCompass.Web.Pages.Goals;

public static class DayParser
{
    /// <returns>Null for an invalid day, a future one or one too far back.</returns>
    public static DateOnly? Read(string? text, DateOnly today) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
        && day <= today
        && day > today.AddYears(-Limits.MaxYearsBack)
            ? day
            : null;
}
