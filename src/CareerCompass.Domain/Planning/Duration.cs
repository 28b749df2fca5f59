using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerCompass.Domain.Planning;

/// <summary>Reads a duration as people type it. A bare number is hours; both comma and point are a decimal sign.</summary>
public static partial class Duration
{
    /// <summary>Reads "1.5", "1,5", "1h30", "1 h 30 min", "1:30", "90m" or "2 hours" alike, in whatever culture.</summary>
    /// <returns>Minutes; null when there is no text.</returns>
    /// <exception cref="DomainRuleException">The text is not a duration, or lies outside 1 minute to <paramref name="maxMinutes"/> minutes.</exception>
    public static int? Parse(string? text, int maxMinutes, string field)
    {
        var trimmed = text?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(trimmed))
        {
            return null;
        }

        var minutes = ParseMinutes(trimmed)
            ?? throw new DomainRuleException(field, "Enter a time such as 1.5, 1:30 or 45m.");
        return Limits.CheckMinutes((int)Math.Clamp(minutes, -1, int.MaxValue), maxMinutes, field);
    }

    /// <summary>Hours and minutes as <see cref="Parse"/> reads them back: "1:30", "45m", "2".</summary>
    public static string Format(int minutes) =>
        (minutes / 60, minutes % 60) switch
        {
            (0, var m) => string.Create(CultureInfo.InvariantCulture, $"{m}m"),
            (var h, 0) => h.ToString(CultureInfo.InvariantCulture),
            (var h, var m) => string.Create(CultureInfo.InvariantCulture, $"{h}:{m:00}"),
        };

    private static decimal? ParseMinutes(string text) =>
        DurationPattern().Match(text) is { Success: true } match
            ? decimal.Round((Number(match.Groups["h"]) * 60) + Number(match.Groups["m"]), MidpointRounding.AwayFromZero)
            : null;

    private static decimal Number(Group group) =>
        group.Success
            ? decimal.Parse(group.Value.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        """
            ^(?: (?<h>[0-9]{1,6}) \s* (?: : | h | hrs? | hours? ) \s* (?<m>[0-5]?[0-9]) \s* (?: m | mins? | minutes? )?
               | (?<h>-? (?: [0-9]{1,9} (?: [.,] [0-9]{1,4} )? | [.,] [0-9]{1,4} ) ) \s* (?: h | hrs? | hours? )?
               | (?<m>-? [0-9]{1,9}) \s* (?: m | mins? | minutes? ) )$
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex DurationPattern();
}
