namespace CareerCompass.Domain.People;

/// <summary>Arithmetic between a person's clock on the wall and UTC. Pure functions of the zone's rules.</summary>
public static class LocalTime
{
    // No zone is more than 14 hours from UTC, so samples this far out lie on either side of the local time.
    private static readonly TimeSpan Reach = TimeSpan.FromHours(15);

    /// <summary>
    /// The instant (UTC) at which a clock on the wall in <paramref name="zone"/> shows this date and time.
    /// In a gap the time shifts forward by the gap's length; of two instants the earlier is taken.
    /// </summary>
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

    /// <summary>The date on a person's wall calendar at an instant (UTC).</summary>
    public static DateOnly DateAt(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(DateTimeAt(utc, zone));

    /// <summary>What a clock on the wall shows at an instant (UTC).</summary>
    public static DateTime DateTimeAt(DateTime utc, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>The zone of an IANA id.</summary>
    /// <exception cref="DomainRuleException">This system knows no such zone.</exception>
    public static TimeZoneInfo FindZone(string? id, string field = "Zone") =>
        !string.IsNullOrWhiteSpace(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone)
            ? zone
            : throw new DomainRuleException(field, "Choose a time zone from the list.");

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Earlier(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
