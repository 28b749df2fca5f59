using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerCompass.Domain.Planning;

public static partial class Duration
{
    /// <summary>Parses "1.5", "1,5", "1h30", "1 h 30 min", "1:30" and "90m"; a bare number is hours.</summary>
    /// <returns>Minutes; null for empty text.</returns>
    /// <exception cref="DomainRuleException">The text is not a duration, or is outside 1 to
    /// <paramref name="maxMinutes"/> minutes.</exception>
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

    /// <summary>Formats minutes so that <see cref="Parse"/> can read them: "1:30", "45m", "2".</summary>
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
