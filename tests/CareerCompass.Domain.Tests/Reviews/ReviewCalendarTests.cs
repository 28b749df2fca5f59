using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewCalendarTests
{
    private static readonly ReviewRhythm Rhythm = new(DayOfWeek.Wednesday, new TimeOnly(9, 0), true, true, true);

    [Theory]
    [InlineData(ReviewKind.Weekly, "2026-08-16", "2026-08-10")]
    [InlineData(ReviewKind.Weekly, "2026-08-10", "2026-08-10")]
    [InlineData(ReviewKind.Weekly, "2027-01-01", "2026-12-28")]
    [InlineData(ReviewKind.Monthly, "2028-02-29", "2028-02-01")]
    [InlineData(ReviewKind.Quarterly, "2026-03-31", "2026-01-01")]
    [InlineData(ReviewKind.Quarterly, "2026-04-01", "2026-04-01")]
    [InlineData(ReviewKind.Quarterly, "2026-12-31", "2026-10-01")]
    [InlineData(ReviewKind.Yearly, "2026-12-31", "2026-01-01")]
    public void A_date_lies_in_one_period_of_each_kind(ReviewKind kind, string date, string start) =>
        Assert.Equal(Day(start), ReviewCalendar.PeriodStart(kind, Day(date)));

    [Theory]
    [InlineData("2026-01-07", ReviewKind.Yearly, "2026-01-01")]
    [InlineData("2026-01-14", ReviewKind.Weekly, "2026-01-12")]
    [InlineData("2026-02-04", ReviewKind.Monthly, "2026-02-01")]
    [InlineData("2026-04-01", ReviewKind.Quarterly, "2026-04-01")]
    [InlineData("2026-04-08", ReviewKind.Weekly, "2026-04-06")]
    [InlineData("2026-07-01", ReviewKind.Quarterly, "2026-07-01")]
    public void The_longest_review_falls_on_its_periods_first_review_weekday(
        string date,
        ReviewKind kind,
        string start
    ) => Assert.Equal(new ScheduledReview(kind, Day(start), Day(date), At(date, 9)), Next(Rhythm, At(date, 0)));

    [Fact]
    public void A_longer_review_replaces_that_weeks_shorter_ones()
    {
        var last = default(LastReviewDates).With(ReviewKind.Quarterly, Day("2026-04-01"));

        Assert.Equal(Day("2026-04-08"), Next(Rhythm, At("2026-04-01", 9), last).Date);
        Assert.Equal(
            Day("2026-04-10"),
            Next(Rhythm with { Day = DayOfWeek.Friday, Quarterly = false }, At("2026-04-01", 9), last).Date
        );
    }

    [Theory]
    [InlineData(true, true, false, ReviewKind.Quarterly)]
    [InlineData(true, false, false, ReviewKind.Monthly)]
    [InlineData(true, false, true, ReviewKind.Yearly)]
    [InlineData(false, true, false, ReviewKind.Quarterly)]
    [InlineData(false, false, false, ReviewKind.Weekly)]
    public void Turning_a_longer_review_off_leaves_the_next_shorter_one(
        bool monthly,
        bool quarterly,
        bool yearly,
        ReviewKind kind
    ) =>
        Assert.Equal(
            kind,
            Next(Rhythm with { Monthly = monthly, Quarterly = quarterly, Yearly = yearly }, At("2026-01-07", 0)).Kind
        );

    [Fact]
    public void The_next_review_lies_after_the_instant_never_at_it()
    {
        Assert.Equal(Day("2026-06-10"), Next(Rhythm, At("2026-06-10", 9).AddTicks(-1)).Date);
        Assert.Equal(Day("2026-06-17"), Next(Rhythm, At("2026-06-10", 9)).Date);
    }

    [Fact]
    public void A_used_week_does_not_reopen_on_a_later_weekday()
    {
        var last = default(LastReviewDates).With(ReviewKind.Weekly, Day("2026-06-10"));

        Assert.Equal(Day("2026-06-19"), Next(Rhythm with { Day = DayOfWeek.Friday }, At("2026-06-10", 10), last).Date);
    }

    [Fact]
    public void A_used_quarter_does_not_reopen_on_a_later_weekday()
    {
        var last = default(LastReviewDates).With(ReviewKind.Quarterly, Day("2026-07-01"));
        var next = Next(Rhythm with { Day = DayOfWeek.Monday }, At("2026-07-01", 10), last);

        Assert.Equal((ReviewKind.Weekly, Day("2026-07-06")), (next.Kind, next.Date));
    }

    [Fact]
    public void A_used_week_does_not_reopen_in_a_zone_where_it_is_still_the_day_before()
    {
        var monday = ReviewCalendar.Next(
            Rhythm with
            {
                Day = DayOfWeek.Monday,
            },
            LocalTime.FindZone("Pacific/Kiritimati"),
            At("2026-06-13", 0),
            default
        );
        var last = default(LastReviewDates).With(monday.Kind, monday.Date);
        var sunday = new ReviewRhythm(DayOfWeek.Sunday, new TimeOnly(20, 0), true, true, true);
        var next = ReviewCalendar.Next(sunday, LocalTime.FindZone("Pacific/Honolulu"), monday.OpensAt, last);

        Assert.Equal(Day("2026-06-15"), monday.Date);
        Assert.Equal(Day("2026-06-28"), next.Date);
    }

    [Fact]
    public void A_longer_review_waits_a_week_when_its_first_week_already_had_one()
    {
        // The quarter starts on a Wednesday, after Monday's weekly review
        var last = default(LastReviewDates).With(ReviewKind.Weekly, Day("2026-06-29"));
        var next = Next(Rhythm, At("2026-06-29", 10), last);

        Assert.Equal(
            (ReviewKind.Quarterly, Day("2026-07-01"), Day("2026-07-08")),
            (next.Kind, next.PeriodStart, next.Date)
        );
        Assert.Equal(ReviewKind.Weekly, Next(Rhythm, next.OpensAt, last.With(next.Kind, next.Date)).Kind);
    }

    [Fact]
    public void A_longer_review_turned_on_after_its_day_waits_for_its_next_period()
    {
        var last = default(LastReviewDates).With(ReviewKind.Weekly, Day("2026-07-01"));

        Assert.Equal(ReviewKind.Weekly, Next(Rhythm, At("2026-07-01", 10), last).Kind);
    }

    [Fact]
    public void A_longer_review_turned_on_does_not_open_on_a_day_that_had_its_review()
    {
        var last = default(LastReviewDates).With(ReviewKind.Weekly, Day("2026-07-01"));

        Assert.Equal(
            Day("2026-07-08"),
            Next(Rhythm with { Time = new TimeOnly(18, 0) }, At("2026-07-01", 10), last).Date
        );
    }

    [Fact]
    public void The_latest_review_is_the_last_one_that_has_come()
    {
        Assert.Equal(Day("2026-06-17"), Latest("2026-06-24", 8)?.Date);
        Assert.Equal(Day("2026-06-24"), Latest("2026-06-24", 9)?.Date);
        Assert.Equal(Day("2026-06-24"), Latest("2026-06-30", 23)?.Date);
    }

    private static ScheduledReview Next(ReviewRhythm rhythm, DateTime after, LastReviewDates last = default) =>
        ReviewCalendar.Next(rhythm, TimeZoneInfo.Utc, after, last);

    private static ScheduledReview? Latest(string day, int hour) =>
        ReviewCalendar.Latest(Rhythm, TimeZoneInfo.Utc, At("2026-05-01", 0), At(day, hour), default);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static DateTime At(string day, int hour) => Day(day).ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
}
