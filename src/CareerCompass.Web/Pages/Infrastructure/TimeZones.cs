namespace CareerCompass.Web.Pages.Infrastructure;

public static class TimeZones
{
    private static readonly List<string> All =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Order(StringComparer.Ordinal),
    ];

    /// <summary>Includes the chosen zone even when it is an alias that the system does not list.</summary>
    public static IEnumerable<string> Including(string? chosen) =>
        chosen is null or "" || All.BinarySearch(chosen, StringComparer.Ordinal) >= 0 ? All : All.Prepend(chosen);
}
