using System.Globalization;
using CareerCompass.Domain;
using CareerCompass.Domain.People;

namespace CareerCompass.Web.Localization;

/// <summary>All text on pages and in e-mails. Keys are the English sentences; dates use the person's zone.</summary>
public sealed partial class Localizer(TextCache textCache)
{
    // Cached because a page of tasks repeats the same few durations
    private readonly Dictionary<(CultureInfo Language, int Minutes), string> formattedMinutes = [];

    /// <summary>The zone for instants; set once the person is known.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    public string this[string key] => textCache.For(key);

    public string this[string key, params object[] arguments] =>
        string.Format(CultureInfo.CurrentCulture, textCache.Format(key), Array.ConvertAll(arguments, Format));

    /// <summary>Chooses the singular or plural form; {0} is the number.</summary>
    public string Count(int number, string one, string many) => this[number == 1 ? one : many, number];

    public string Text(DomainRuleException rule) => this[rule.MessageKey, [.. rule.Arguments]];

    /// <summary>1 March 2027</summary>
    public string Date(DateOnly date) => date.ToString(this["d MMMM yyyy"], CultureInfo.CurrentCulture);

    /// <summary>Mon 1 Mar</summary>
    public string Day(DateOnly date) => date.ToString(this["ddd d MMM"], CultureInfo.CurrentCulture);

    /// <summary>1 Mar, or 1 Mar 2028 when the year differs from <paramref name="today"/>.</summary>
    public string ShortDate(DateOnly date, DateOnly today) =>
        date.ToString(date.Year == today.Year ? this["d MMM"] : this["d MMM yyyy"], CultureInfo.CurrentCulture);

    /// <summary>Mon 1 March 2027, 09:00, in the person's zone.</summary>
    public string Instant(DateTime utc) =>
        LocalTime.DateTimeAt(utc, TimeZone).ToString(this["ddd d MMMM yyyy, HH:mm"], CultureInfo.CurrentCulture);

    /// <summary>1 h 30 min</summary>
    public string Minutes(int minutes) =>
        formattedMinutes.TryGetValue((CultureInfo.CurrentUICulture, minutes), out var text)
            ? text
            : formattedMinutes[(CultureInfo.CurrentUICulture, minutes)] = (minutes / 60, minutes % 60) switch
            {
                (0, var m) => this["{0} min", m],
                (var h, 0) => this["{0} h", h],
                (var h, var m) => this["{0} h {1} min", h, m],
            };

    /// <summary>Today, tomorrow, in 12 days, 3 days ago.</summary>
    public string RelativeDay(DateOnly date, DateOnly today) =>
        (date.DayNumber - today.DayNumber) switch
        {
            0 => this["today"],
            1 => this["tomorrow"],
            -1 => this["yesterday"],
            > 1 and var days => this["in {0} days", days],
            var days => this["{0} days ago", -days],
        };

    private object Format(object argument) =>
        argument switch
        {
            DateOnly date => Date(date),
            DateTime instant => Instant(instant),
            Enum name => Name(name),
            _ => argument,
        };
}
