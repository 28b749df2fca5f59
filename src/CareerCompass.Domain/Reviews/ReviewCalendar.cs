using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Reviews;

/// <summary>When reviews take place. The longest kind whose first review weekday falls on a day replaces that week's
/// shorter ones. A used period never reopens, and no week has two reviews, even if rhythm or zone change.</summary>
public static class ReviewCalendar
{
    /// <summary>ISO Monday, or the first day of the month, quarter or year that contains the date.</summary>
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
        // Starts a day early, as the local date may differ from UTC. Three weeks suffice even after a used week
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

    /// <summary>The latest review between <paramref name="notBefore"/> and <paramref name="now"/>.</summary>
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

    // A period may start in a week that was already reviewed, if the weekday changed since
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
