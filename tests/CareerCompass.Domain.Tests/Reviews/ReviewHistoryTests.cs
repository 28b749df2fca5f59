using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewHistoryTests
{
    private static readonly string[] Zones =
    [
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Kiritimati",
        "Pacific/Honolulu",
        "America/Havana",
        "Asia/Kathmandu",
        "Africa/Cairo",
    ];

    private static readonly Gen<TimeOnly> Times = Gen.Choose(0, 95)
        .Select(quarter => TimeOnly.MinValue.AddMinutes(quarter * 15));

    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<ReviewRhythm> Rhythms =
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from at in Times
        from monthly in Coin
        from quarterly in Coin
        from yearly in Coin
        select new ReviewRhythm(day, at, monthly, quarterly, yearly);

    private static readonly Gen<Step> Steps =
        from hours in Gen.OneOf(Gen.Choose(1, 30), Gen.Choose(20, 180), Gen.Choose(200, 1_500))
        from change in Gen.Choose(0, 3)
        from rhythm in Rhythms
        from zone in Gen.Elements(Zones)
        from rests in Gen.Choose(0, 9)
        select new Step(TimeSpan.FromHours(hours), change == 0 ? rhythm : null, change == 1 ? zone : null, rests == 0);

    [Fact]
    public void No_period_is_ever_reviewed_twice() =>
        Always(reviews => reviews.Select(due => (due.Kind, due.PeriodStart)));

    [Fact]
    public void No_week_has_two_reviews() => Always(reviews => reviews.Select(due => IsoWeek.Monday(due.Date)));

    [Fact]
    public void A_review_never_opens_before_its_instant_and_lies_in_its_period() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Steps.ListOf(60).ToArbitrary(), steps => Assert.All(Live(steps), due =>
                {
                    Assert.True(due.At <= due.OpenedAt);
                    Assert.Equal(due.PeriodStart, ReviewCalendar.PeriodStart(due.Kind, due.Date));
                }))
        );

    private static void Always<T>(Func<IEnumerable<Opened>, IEnumerable<T>> key) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(Steps.ListOf(60).ToArbitrary(), steps => Assert.Distinct(key(Live(steps))))
        );

    private static List<Opened> Live(IEnumerable<Step> steps)
    {
        var (now, last, opened) = (Sample.Now, default(LastReviewDates), new List<Opened>());
        var person = new Person(Guid.CreateVersion7(), "Ada", "UTC", now);
        person.EnsureScheduled(last, now);
        foreach (var step in steps)
        {
            now += step.Passes;
            if (person.FindDueReview(last, now) is { } due)
            {
                opened.Add(new Opened(due.Kind, due.PeriodStart, due.Date, due.OpensAt, now));
                last = last.With(due.Kind, due.Date);
            }

            person.ScheduleReview(last, now);
            person.ChangeReviewRhythm(step.Zone ?? person.Zone, step.Rhythm ?? person.Rhythm, last, now);
            if (step.Rests)
            {
                person.ClearSchedule();
                person.EnsureScheduled(last, now);
            }
        }

        return opened;
    }

    private sealed record Step(TimeSpan Passes, ReviewRhythm? Rhythm, string? Zone, bool Rests);

    private sealed record Opened(ReviewKind Kind, DateOnly PeriodStart, DateOnly Date, DateTime At, DateTime OpenedAt);
}
