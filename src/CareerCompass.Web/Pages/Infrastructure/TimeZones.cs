namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>The time zones that a form offers.</summary>
public static class TimeZones
{
    private static readonly List<string> All =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Order(StringComparer.Ordinal),
    ];

    /// <summary>All ids in order; the chosen one among them, also when it is an alias that the system's list leaves out.</summary>
    public static IEnumerable<string> With(string? chosen) =>
        chosen is null or "" || All.BinarySearch(chosen, StringComparer.Ordinal) >= 0 ? All : All.Prepend(chosen);
}
