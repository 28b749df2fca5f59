using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using LocalTime = CareerCompass.Domain.People.LocalTime;

namespace CareerCompass.Domain.Tests.People;

public class LocalTimeTests
{
    [Fact]
    public void Around_every_change_of_the_clocks_in_every_zone_wall_time_is_read_as_the_oracle_reads_it()
    {
        var (changes, wrong) = (0, new List<string>());
        foreach (var zone in NodaTimeOracle.Zones)
        {
            var oracle = NodaTimeOracle.Of(zone);
            foreach (var (before, after) in NodaTimeOracle.Changes(oracle))
            {
                changes++;
                var first = LocalDateTime.Min(before, after).PlusHours(-3);
                var last = LocalDateTime.Max(before, after).PlusHours(3);
                for (var wall = first; wall <= last; wall = wall.PlusMinutes(15))
                {
                    wrong.AddRange(Wrong(wall, zone, oracle));
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(changes > NodaTimeOracle.Zones.Count, "The system's zones have hardly any changes to test with.");
    }

    [Fact]
    public void At_any_time_in_any_zone_wall_time_is_read_as_the_oracle_reads_it()
    {
        var moments = Gen.Choose(0, (11 * 365 * 24 * 60) - 1)
            .Select(minute => new LocalDateTime(2024, 1, 1, 0, 0).PlusMinutes(minute));
        var property = Prop.ForAll(
            moments.Zip(Gen.Elements(NodaTimeOracle.Zones.AsEnumerable())).ToArbitrary(),
            sample => Assert.Empty(Wrong(sample.Item1, sample.Item2, NodaTimeOracle.Of(sample.Item2)))
        );

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), property);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30")]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45")]
    [InlineData("Asia/Kathmandu", "2026-06-01T09:00", "2026-06-01T03:15")]
    [InlineData("Pacific/Kiritimati", "2026-06-01T00:00", "2026-05-31T10:00")]
    public void A_gap_shifts_forward_and_an_overlap_takes_the_earlier(string zone, string wall, string utc) =>
        Assert.Equal(
            Utc(utc),
            LocalTime.ToUtc(
                DateOnly.FromDateTime(Utc(wall)),
                TimeOnly.FromDateTime(Utc(wall)),
                LocalTime.FindZone(zone)
            )
        );

    [Fact]
    public void An_instant_is_given_in_UTC() =>
        Assert.Equal(
            DateTimeKind.Utc,
            LocalTime.ToUtc(Sample.Today, new TimeOnly(9, 0), LocalTime.FindZone("Asia/Tokyo")).Kind
        );

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-06-01")]
    [InlineData("Pacific/Honolulu", "2026-05-31")]
    [InlineData("UTC", "2026-06-01")]
    public void The_date_on_the_wall_depends_on_the_zone(string zone, string date) =>
        Assert.Equal(DateOnly.Parse(date, null), LocalTime.DateAt(Utc("2026-06-01T09:30"), LocalTime.FindZone(zone)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("Europe")]
    [InlineData("tzdata.zi")]
    [InlineData("Europe/Berlin\0")]
    public void A_zone_the_system_does_not_know_is_refused(string? zone)
    {
        Sample.Refused("Zone", () => LocalTime.FindZone(zone));
        Sample.Refused("Home", () => LocalTime.FindZone(zone, "Home"));
    }

    private static IEnumerable<string> Wrong(LocalDateTime wall, TimeZoneInfo zone, DateTimeZone oracle)
    {
        var (actual, expected) = (
            LocalTime.ToUtc(wall.Date.ToDateOnly(), wall.TimeOfDay.ToTimeOnly(), zone),
            NodaTimeOracle.ToUtc(wall, oracle)
        );
        return actual == expected ? [] : [$"{zone.Id} {wall:s}: {actual:s} instead of {expected:s}"];
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(
            text,
            null,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal
        );
}
