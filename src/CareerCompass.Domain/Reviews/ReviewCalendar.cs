using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

/// <summary>
/// When reviews fall. The longest kind whose period has its first review weekday on a day replaces that week's shorter
/// ones; a period that was used never opens again, and no week has two reviews, whatever happens to rhythm or zone.
/// </summary>
public static class ReviewCalendar
{
    /// <summary>The first day of the period of this kind that a date lies in: ISO Monday, first of month, quarter or year.</summary>
    public static DateOnly PeriodStart(ReviewKind kind, DateOnly date) =>
        kind switch
        {
            ReviewKind.Weekly => IsoWeek.Monday(date),
            ReviewKind.Monthly => new DateOnly(date.Year, date.Month, 1),
            ReviewKind.Quarterly => new DateOnly(date.Year, (((date.Month - 1) / 3) * 3) + 1, 1),
            _ => new DateOnly(date.Year, 1, 1),
        };

    /// <summary>The first review after an instant (UTC).</summary>
    public static ScheduledReview Next(ReviewRhythm rhythm, TimeZoneInfo zone, DateTime after, LastReviewDates last)
    {
        // from the day before, as the wall may be a day off UTC's; a used week pushes it on, so three weeks always suffice
        for (
            var date = FirstWeekdayFrom(rhythm.Day, LocalTime.DateAt(after, zone).AddDays(-1));
            ;
            date = date.AddDays(7)
        )
        {
            if (ReviewOn(date, rhythm, zone, last) is { } due && due.OpensAt > after)
            {
                return due;
            }
        }
    }

    /// <summary>The latest review at or before <paramref name="now"/>, if it is not older than <paramref name="notBefore"/>.</summary>
    public static ScheduledReview? Latest(
        ReviewRhythm rhythm,
        TimeZoneInfo zone,
        DateTime notBefore,
        DateTime now,
        LastReviewDates last
    )
    {
        var date = FirstWeekdayFrom(rhythm.Day, LocalTime.DateAt(now, zone).AddDays(-6));
        if (LocalTime.ToUtc(date, rhythm.Time, zone) > now)
        {
            date = date.AddDays(-7);
        }

        return ReviewOn(date, rhythm, zone, last) is { } due && due.OpensAt >= notBefore ? due : null;
    }

    private static ScheduledReview? ReviewOn(
        DateOnly date,
        ReviewRhythm rhythm,
        TimeZoneInfo zone,
        LastReviewDates last
    )
    {
        if (last.IsPeriodUsed(ReviewKind.Weekly, IsoWeek.Monday(date)))
        {
            return null;
        }

        var at = LocalTime.ToUtc(date, rhythm.Time, zone);
        for (var kind = ReviewKind.Yearly; kind >= ReviewKind.Weekly; kind--)
        {
            var start = PeriodStart(kind, date);
            if (
                IsEnabled(kind, rhythm)
                && FirstAvailableDay(rhythm.Day, start, last) == date
                && !last.IsPeriodUsed(kind, start)
            )
            {
                return new ScheduledReview(kind, start, date, at);
            }
        }

        return null;
    }

    // a period may begin in a week that was reviewed on its earlier days, before the weekday changed
    private static DateOnly FirstAvailableDay(DayOfWeek day, DateOnly start, LastReviewDates last)
    {
        var first = FirstWeekdayFrom(day, start);
        return last.Latest < first && last.Latest >= IsoWeek.Monday(first) ? first.AddDays(7) : first;
    }

    private static bool IsEnabled(ReviewKind kind, ReviewRhythm rhythm) =>
        kind switch
        {
            ReviewKind.Monthly => rhythm.Monthly,
            ReviewKind.Quarterly => rhythm.Quarterly,
            ReviewKind.Yearly => rhythm.Yearly,
            _ => true,
        };

    private static DateOnly FirstWeekdayFrom(DayOfWeek day, DateOnly from) =>
        from.AddDays(((int)day - (int)from.DayOfWeek + 7) % 7);
}
