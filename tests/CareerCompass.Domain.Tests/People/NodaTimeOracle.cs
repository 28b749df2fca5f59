using NodaTime;
using NodaTime.TimeZones;

namespace CareerCompass.Domain.Tests.People;

/// <summary>NodaTime with the system's zone rules, as an oracle for our own code.</summary>
internal static class NodaTimeOracle
{
    public static readonly Instant From = Instant.FromUtc(2024, 1, 1, 0, 0);

    public static readonly Instant Until = Instant.FromUtc(2035, 1, 1, 0, 0);

    public static IReadOnlyList<TimeZoneInfo> Zones { get; } = TimeZoneInfo.GetSystemTimeZones();

    public static DateTimeZone Of(TimeZoneInfo zone) => DateTimeZoneProviders.Bcl[zone.Id];

    public static DateTime ToUtc(LocalDateTime wall, DateTimeZone zone) =>
        wall.InZone(zone, Resolvers.LenientResolver).ToDateTimeUtc();

    public static DateTime ToUtc(DateOnly date, TimeOnly time, DateTimeZone zone) =>
        ToUtc(LocalDate.FromDateOnly(date) + NodaTime.LocalTime.FromTimeOnly(time), zone);

    /// <summary>The local times just before and just after each change of the zone's clocks.</summary>
    public static IEnumerable<(LocalDateTime Before, LocalDateTime After)> Changes(DateTimeZone zone) =>
        zone.GetZoneIntervals(From, Until)
            .Where(interval => interval.HasStart && interval.Start > From)
            .Select(interval =>
                (
                    interval
                        .Start.WithOffset(zone.GetUtcOffset(interval.Start - NodaTime.Duration.Epsilon))
                        .LocalDateTime,
                    interval.IsoLocalStart
                )
            );
}
