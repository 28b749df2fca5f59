using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.People;

public class DueReviewTests
{
    private static LastReviewDates None => default;

    [Fact]
    public void A_review_is_due_from_its_instant_on()
    {
        var person = Awake("America/New_York");

        Assert.Null(person.FindDueReview(None, Day(8, 13).AddSeconds(-1)));
        Assert.Equal(
            new ScheduledReview(ReviewKind.Weekly, new DateOnly(2026, 6, 8), new DateOnly(2026, 6, 8), Day(8, 13)),
            person.FindDueReview(None, Day(8, 13))
        );
    }

    [Fact]
    public void After_downtime_only_the_latest_is_due()
    {
        var person = Awake("UTC");
        var now = Day(24, 6);
        var due = person.FindDueReview(None, now)!;

        Assert.Equal(new DateOnly(2026, 6, 22), due.Date);
        var last = None.With(due.Kind, due.Date);
        person.ScheduleReview(last, now);
        Assert.Equal(Day(29, 9), person.NextReviewAt);
        Assert.Null(person.FindDueReview(last, now));
    }

    [Fact]
    public void A_review_that_was_opened_already_is_not_due_again()
    {
        var person = Awake("UTC");

        Assert.Null(person.FindDueReview(None.With(ReviewKind.Weekly, new DateOnly(2026, 6, 8)), Day(8, 10)));
    }

    [Fact]
    public void A_review_moves_on_when_its_instant_now_lies_ahead()
    {
        // Planned by zone rules two hours ahead of the current ones
        var person = Awake("UTC");
        Planned(person, Day(8, 7));

        Assert.Null(person.FindDueReview(None, Day(8, 7)));
        person.ScheduleReview(None, Day(8, 7));
        Assert.Equal(Day(8, 9), person.NextReviewAt);
        Assert.Equal(Day(8, 9), person.FindDueReview(None, Day(8, 9))?.OpensAt);
    }

    [Fact]
    public void A_review_whose_instant_now_lies_back_is_due_all_the_same()
    {
        var person = Awake("UTC");
        Planned(person, Day(8, 11));

        Assert.Equal(Day(8, 9), person.FindDueReview(None, Day(8, 11))?.OpensAt);
    }

    private static void Planned(Person person, DateTime at) =>
        typeof(Person).GetProperty(nameof(Person.NextReviewAt))!.SetValue(person, at);

    private static Person Awake(string zone)
    {
        var person = new Person(Guid.CreateVersion7(), "Ada", zone, Sample.Now);
        person.EnsureScheduled(None, Sample.Now);
        return person;
    }

    private static DateTime Day(int day, int hour) => new(2026, 6, day, hour, 0, 0, DateTimeKind.Utc);
}
