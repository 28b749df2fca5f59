using System.Collections.Concurrent;
using System.Globalization;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Domain.Tests.People;
using NodaTime;

namespace CareerCompass.Domain.Tests.Reviews;

/// <summary>Eleven years of reviews in every zone, against an independent calendar.</summary>
public class ReviewWalkTests
{
    private static readonly DateTime Start = NodaTimeOracle.From.ToDateTimeUtc();

    private static readonly DateTime End = NodaTimeOracle.Until.ToDateTimeUtc();

    private static readonly TimeOnly[] Times = [new(0, 0), new(0, 30), new(2, 30), new(9, 0), new(23, 45)];

    [Fact]
    public void Every_review_falls_when_the_oracle_says_in_every_zone()
    {
        var wrong = new ConcurrentQueue<string>();
        Parallel.ForEach(NodaTimeOracle.Zones.Index(), item =>
        {
            foreach (var rhythm in Rhythms(item.Index))
            {
                var (actual, expected) = (
                    Walk(rhythm, item.Item).ToList(),
                    Expected(rhythm, NodaTimeOracle.Of(item.Item)).ToList()
                );
                if (!actual.SequenceEqual(expected))
                {
                    var first = expected.Except(actual).Concat(actual.Except(expected)).MinBy(due => due.OpensAt);
                    wrong.Enqueue($"{item.Item.Id} {rhythm}: {first}");
                }
            }
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_person_who_is_swept_on_time_gets_every_review_in_every_zone()
    {
        foreach (var (index, zone) in NodaTimeOracle.Zones.Index())
        {
            var rhythm = new ReviewRhythm(DayOfWeek.Sunday, Times[index % Times.Length], true, true, true);
            var person = new Person(Guid.CreateVersion7(), "Ada", zone.Id, Start);
            person.ChangeReviewRhythm(zone.Id, rhythm, default, Start);
            person.EnsureScheduled(default, Start);
            var last = default(LastReviewDates);
            foreach (
                var expected in Expected(rhythm, NodaTimeOracle.Of(zone))
                    .TakeWhile(due => due.OpensAt < Start.AddYears(2))
            )
            {
                Assert.Null(person.FindDueReview(last, expected.OpensAt.AddSeconds(-1)));
                Assert.Equal(expected, person.FindDueReview(last, expected.OpensAt.AddSeconds(59)));
                last = last.With(expected.Kind, expected.Date);
                person.ScheduleReview(last, expected.OpensAt.AddSeconds(59));
                Assert.Null(person.FindDueReview(last, expected.OpensAt.AddMinutes(2)));
            }
        }
    }

    private static IEnumerable<ScheduledReview> Walk(ReviewRhythm rhythm, TimeZoneInfo zone)
    {
        var last = default(LastReviewDates);
        for (
            var due = ReviewCalendar.Next(rhythm, zone, Start, last);
            due.OpensAt < End;
            due = ReviewCalendar.Next(rhythm, zone, due.OpensAt, last)
        )
        {
            yield return due;
            last = last.With(due.Kind, due.Date);
        }
    }

    private static IEnumerable<ScheduledReview> Expected(ReviewRhythm rhythm, DateTimeZone zone)
    {
        for (var date = new DateOnly(2023, 12, 25); ; date = date.AddDays(1))
        {
            if (date.DayOfWeek != rhythm.Day)
            {
                continue;
            }

            var at = NodaTimeOracle.ToUtc(date, rhythm.Time, zone);
            if (at >= End)
            {
                yield break;
            }

            if (at > Start)
            {
                yield return Due(date, at, rhythm);
            }
        }
    }

    private static ScheduledReview Due(DateOnly date, DateTime at, ReviewRhythm rhythm)
    {
        var month = new DateOnly(date.Year, date.Month, 1);
        var kind = (date.Day <= 7, date.Month) switch
        {
            (true, 1) when rhythm.Yearly => ReviewKind.Yearly,
            (true, 1 or 4 or 7 or 10) when rhythm.Quarterly => ReviewKind.Quarterly,
            (true, _) when rhythm.Monthly => ReviewKind.Monthly,
            _ => ReviewKind.Weekly,
        };
        var monday = DateOnly.FromDateTime(
            ISOWeek.ToDateTime(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date), DayOfWeek.Monday)
        );
        return new ScheduledReview(kind, kind == ReviewKind.Weekly ? monday : month, date, at);
    }

    private static IEnumerable<ReviewRhythm> Rhythms(int index) =>
        Enum.GetValues<DayOfWeek>()
            .SelectMany(
                _ => Times,
                (day, time) => new ReviewRhythm(day, time, index % 2 == 0, index % 3 != 0, index % 5 != 0)
            );
}
