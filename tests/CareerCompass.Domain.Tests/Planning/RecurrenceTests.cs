using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Planning;

public class RecurrenceTests
{
    private static readonly string[] Rules =
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=WEEKLY;UNTIL=20270301",
    ];

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH", "2026-06-04 2026-06-09 2026-06-11")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-06-03 2026-06-15 2026-06-17")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "2026-07-06 2026-08-03 2026-09-07")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-06-26 2026-07-31 2026-08-28")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2026-06-03 2026-09-03 2026-12-03")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-07-31 2026-08-31 2026-10-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-06-30 2026-07-31 2026-08-31")]
    [InlineData("FREQ=YEARLY", "2026-06-03 2027-06-03 2028-06-03")]
    [InlineData("FREQ=DAILY;INTERVAL=10;UNTIL=20260620", "2026-06-03 2026-06-13")]
    public void A_rule_falls_on_these_days(string rule, string days) =>
        Assert.Equal(
            days,
            string.Join(
                ' ',
                Recurrence
                    .Parse(rule)
                    .OccurrencesBetween(Sample.Today, DateOnly.MinValue, Sample.Today.AddYears(5))
                    .Take(3)
                    .Select(day => day.ToString("O"))
            )
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("WEEKLY")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=1")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=6MO")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=DAILY;COUNT=3")]
    [InlineData("FREQ=YEARLY;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;UNTIL=soon")]
    public void What_is_no_rule_is_refused(string? text) => Sample.Refused("Rule", () => Recurrence.Parse(text));

    [Fact]
    public void A_leap_day_comes_back_in_leap_years() =>
        Assert.Equal(
            new DateOnly(2032, 2, 29),
            Recurrence.Parse("FREQ=YEARLY").NextOccurrence(new DateOnly(2028, 2, 29), new DateOnly(2028, 3, 1))
        );

    [Fact]
    public void A_rule_that_never_falls_on_a_day_has_no_next() =>
        Assert.Null(
            Recurrence
                .Parse("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31")
                .NextOccurrence(new DateOnly(2026, 2, 1), Sample.Today)
        );

    [Fact]
    public void Written_and_read_again_it_is_the_same() =>
        Assert.All(Rules, rule => Assert.Equal(rule, Recurrence.Parse(rule).ToString()));

    [Fact]
    public void The_next_day_is_the_first_of_all_days_that_lies_after() =>
        Hold(
            (rule, start, after) =>
            {
                var days = rule.OccurrencesBetween(start, start, start.AddYears(12)).ToList();
                Assert.Equal(days.Order().Distinct(), days);
                Assert.Equal(
                    days.Where(day => day > after).Select(day => (DateOnly?)day).FirstOrDefault(),
                    rule.NextOccurrence(start, after)
                );
            }
        );

    [Fact]
    public void A_window_shows_the_same_days_as_the_whole() =>
        Hold(
            (rule, start, from) =>
                Assert.Equal(
                    rule.OccurrencesBetween(start, start, from.AddDays(100)).Where(day => day >= from),
                    rule.OccurrencesBetween(start, from, from.AddDays(100))
                )
        );

    private static void Hold(Action<Recurrence, DateOnly, DateOnly> check) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Choose(0, Rules.Length - 1).Zip(Gen.Choose(0, 2000)).Zip(Gen.Choose(0, 2000)).ToArbitrary(),
                drawn =>
                    check(
                        Recurrence.Parse(Rules[drawn.Item1.Item1]),
                        Sample.Today.AddDays(drawn.Item1.Item2 - 1000),
                        Sample.Today.AddDays(drawn.Item1.Item2 - 1000 + drawn.Item2)
                    )
            )
        );
}
