using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.People;

public class PersonTests
{
    private static LastReviewDates None => default;

    [Fact]
    public void A_due_review_that_is_not_open_yet_survives_a_change_of_its_hour()
    {
        var person = new Person(Guid.NewGuid(), "Ada", "UTC", new DateTime(2027, 3, 3, 10, 0, 0, DateTimeKind.Utc));
        person.EnsureScheduled(default, new DateTime(2027, 3, 3, 10, 0, 0, DateTimeKind.Utc));
        var later = new DateTime(2027, 3, 8, 10, 0, 0, DateTimeKind.Utc);
        Assert.NotNull(person.FindDueReview(default, later));

        person.ChangeReviewRhythm("UTC", ReviewRhythm.Default with { Time = new TimeOnly(8, 0) }, default, later);

        Assert.Equal(new DateOnly(2027, 3, 8), person.FindDueReview(default, later)?.Date);
    }

    [Fact]
    public void A_new_person_sleeps_until_there_is_a_goal()
    {
        var person = Ada();

        Assert.Equal((null, null), (person.NextReviewAt, person.NextEvaluationAt));
        Assert.Null(person.FindDueReview(None, Sample.Now.AddYears(1)));
    }

    [Fact]
    public void Waking_schedules_the_next_look_and_the_next_review()
    {
        var person = Ada("Europe/Berlin");
        person.EnsureScheduled(None, Sample.Now);

        Assert.Equal(Utc(2026, 6, 3, 22), person.NextEvaluationAt);
        Assert.Equal(Utc(2026, 6, 8, 7), person.NextReviewAt);
    }

    [Fact]
    public void Waking_twice_changes_nothing()
    {
        var person = Ada();
        person.EnsureScheduled(None, Sample.Now);
        var planned = (person.NextEvaluationAt, person.NextReviewAt);
        person.EnsureScheduled(None, Sample.Now.AddDays(20));

        Assert.Equal(planned, (person.NextEvaluationAt, person.NextReviewAt));
    }

    [Fact]
    public void A_resting_person_is_neither_looked_at_nor_reviewed()
    {
        var person = Ada();
        person.EnsureScheduled(None, Sample.Now);
        person.ClearSchedule();

        Assert.Equal((null, null), (person.NextReviewAt, person.NextEvaluationAt));
        person.ChangeReviewRhythm("Asia/Tokyo", ReviewRhythm.Default, None, Sample.Now);
        Assert.Equal((null, null), (person.NextReviewAt, person.NextEvaluationAt));
    }

    [Fact]
    public void The_next_look_is_at_the_next_local_midnight_in_every_zone()
    {
        foreach (var zone in NodaTimeOracle.Zones)
        {
            var person = Ada(zone.Id);
            var oracle = NodaTimeOracle.Of(zone);
            foreach (var (_, after) in NodaTimeOracle.Changes(oracle))
            {
                for (var hour = -30; hour <= 30; hour++)
                {
                    var now = NodaTimeOracle.ToUtc(after, oracle).AddHours(hour).AddMinutes(17);
                    person.MarkEvaluated(now);
                    var today = NodaTime.Instant.FromDateTimeUtc(now).InZone(oracle).Date;
                    Assert.Equal(oracle.AtStartOfDay(today.PlusDays(1)).ToDateTimeUtc(), person.NextEvaluationAt);
                }
            }
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 4)]
    [InlineData("Pacific/Honolulu", 3)]
    public void Today_comes_from_the_persons_zone(string zone, int day) =>
        Assert.Equal(new DateOnly(2026, 6, day), Ada(zone).Today(Sample.Now));

    [Fact]
    public void Changing_rhythm_or_zone_plans_look_and_review_anew()
    {
        var person = Ada();
        person.EnsureScheduled(None, Sample.Now);
        person.ChangeReviewRhythm(
            "Asia/Tokyo",
            new ReviewRhythm(DayOfWeek.Friday, new TimeOnly(18, 30), false, false, false),
            None,
            Sample.Now
        );

        Assert.Equal("Asia/Tokyo", person.Zone);
        Assert.Equal(Utc(2026, 6, 3, 15), person.NextEvaluationAt);
        Assert.Equal(Utc(2026, 6, 5, 9).AddMinutes(30), person.NextReviewAt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_person_needs_a_name(string? name)
    {
        Sample.Refused("Name", () => _ = new Person(Guid.CreateVersion7(), name, "UTC", Sample.Now));
        Sample.Refused("Name", () => Ada().Rename(name));
    }

    [Fact]
    public void A_name_has_a_limit()
    {
        var person = Ada();
        person.Rename($" {new string('a', 200)} ");

        Assert.Equal(200, person.Name.Length);
        Sample.Refused("Name", () => person.Rename(new string('a', 201)));
        Assert.Equal(200, person.Name.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Middle/Earth")]
    public void An_unknown_zone_is_refused_and_nothing_changes(string? zone)
    {
        var person = Ada("Europe/Berlin");
        person.EnsureScheduled(None, Sample.Now);
        var planned = person.NextReviewAt;

        Sample.Refused("Zone", () => _ = new Person(Guid.CreateVersion7(), "Ada", zone, Sample.Now));
        Sample.Refused("Zone", () =>
            person.ChangeReviewRhythm(zone, ReviewRhythm.Default with { Day = DayOfWeek.Friday }, None, Sample.Now)
        );
        Assert.Equal(
            ("Europe/Berlin", DayOfWeek.Monday, planned),
            (person.Zone, person.Rhythm.Day, person.NextReviewAt)
        );
    }

    [Fact]
    public void Reminders_can_be_turned_off_and_on()
    {
        var person = Ada();
        Assert.True(person.RemindersEnabled);
        person.SetRemindersEnabled(false);
        Assert.False(person.RemindersEnabled);
    }

    private static Person Ada(string zone = "UTC") => new(Guid.CreateVersion7(), "Ada", zone, Sample.Now);

    private static DateTime Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
