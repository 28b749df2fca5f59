namespace CareerCompass.Domain.People;

/// <summary>Converts between a person's local time and UTC.</summary>
public static class LocalTime
{
    // No zone is more than 14 hours from UTC, so samples this far out are on either side of the local time
    private static readonly TimeSpan Reach = TimeSpan.FromHours(15);

    /// <summary>Converts a local time in <paramref name="zone"/> to UTC. A time in a gap moves forward by the length of
    /// the gap; an ambiguous time is taken as the earlier instant.</summary>
    public static DateTime ToUtc(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time, DateTimeKind.Utc);
        var before = zone.GetUtcOffset(local - Reach);
        var after = zone.GetUtcOffset(local + Reach);
        var early = local - Later(before, after);
        if (zone.GetUtcOffset(early) == Later(before, after))
        {
            return early;
        }

        var late = local - Earlier(before, after);
        return zone.GetUtcOffset(late) == Earlier(before, after) ? late : local - before;
    }

    public static DateOnly DateAt(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(DateTimeAt(utc, zone));

    public static DateTime DateTimeAt(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <exception cref="DomainRuleException">The system does not know the zone.</exception>
    public static TimeZoneInfo FindZone(string? id, string field = "Zone") =>
        !string.IsNullOrWhiteSpace(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone)
            ? zone
            : throw new DomainRuleException(field, "Choose a time zone from the list.");

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Earlier(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
