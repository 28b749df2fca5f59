using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewReminderTests
{
    /// <summary>Monday, 09:00 in Berlin.</summary>
    private static readonly DateTime Opened = new(2026, 6, 1, 7, 0, 0, DateTimeKind.Utc);

    private readonly Person person = new(Guid.CreateVersion7(), "Ada", "Europe/Berlin", Opened);
    private readonly Review review;

    public ReviewReminderTests()
    {
        review = new Review(
            person.Id,
            new ScheduledReview(ReviewKind.Weekly, new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1), Opened),
            Opened
        );
        review.ScheduleNudge(person, Opened);
    }

    [Fact]
    public void The_one_nudge_comes_two_days_on_at_the_hour_of_the_persons_reviews()
    {
        Assert.Equal(Opened.AddDays(2), review.RemindAt);
        Assert.Null(review.TakeDueEmail(person, isOff: false, Opened.AddDays(2).AddSeconds(-1)));
        Assert.Equal(ReviewEmailKind.Nudge, review.TakeDueEmail(person, isOff: false, Opened.AddDays(2)));
        Assert.Equal((null, Opened.AddDays(2)), (review.RemindAt, review.NudgedAt));
        Assert.Null(review.TakeDueEmail(person, isOff: false, Opened.AddDays(3)));
    }

    [Fact]
    public void One_that_opened_late_is_mentioned_two_days_after_that_and_not_before_the_usual_hour()
    {
        review.ScheduleNudge(person, Opened.AddDays(3).AddHours(6));

        Assert.Equal(Opened.AddDays(5), review.RemindAt);
    }

    [Fact]
    public void The_change_of_the_clock_moves_no_nudge_off_its_hour()
    {
        var friday = new DateTime(2026, 10, 23, 7, 0, 0, DateTimeKind.Utc);
        review.ScheduleNudge(person, friday);

        Assert.Equal(friday.AddDays(2).AddHours(1), review.RemindAt);
    }

    [Fact]
    public void Who_moved_to_another_zone_meanwhile_hears_at_the_hour_there()
    {
        person.ChangeReviewRhythm("America/New_York", person.Rhythm, default, Opened.AddDays(1));

        Assert.Null(review.TakeDueEmail(person, isOff: false, Opened.AddDays(2)));
        Assert.Equal(Opened.AddDays(2).AddHours(6), review.RemindAt);
        Assert.Equal(ReviewEmailKind.Nudge, review.TakeDueEmail(person, isOff: false, Opened.AddDays(2).AddHours(6)));
    }

    [Fact]
    public void Who_rests_or_wants_no_reminders_is_not_nudged_then_or_later()
    {
        Assert.Null(review.TakeDueEmail(person, isOff: true, Opened.AddDays(2)));
        Assert.Equal((null, null), (review.RemindAt, review.NudgedAt));

        review.ScheduleNudge(person, Opened);
        person.SetRemindersEnabled(false);
        Assert.Null(review.TakeDueEmail(person, isOff: false, Opened.AddDays(2)));
        Assert.Null(review.RemindAt);
    }

    [Fact]
    public void A_review_that_is_over_is_mentioned_no_more()
    {
        review.Complete(null, Opened.AddHours(1));

        Assert.Null(review.RemindAt);
        Assert.Null(review.TakeDueEmail(person, isOff: false, Opened.AddDays(2)));
    }

    [Fact]
    public void A_snoozed_reminder_comes_tomorrow_and_the_nudge_two_days_after_that()
    {
        review.Snooze(person, Opened.AddHours(3));
        Assert.Equal((true, Opened.AddDays(1)), (review.IsSnoozed, review.RemindAt));

        Assert.Equal(ReviewEmailKind.Reminder, review.TakeDueEmail(person, isOff: false, Opened.AddDays(1)));
        Assert.Equal((false, Opened.AddDays(3)), (review.IsSnoozed, review.RemindAt));
        Assert.Equal(ReviewEmailKind.Nudge, review.TakeDueEmail(person, isOff: false, Opened.AddDays(3)));
    }

    [Fact]
    public void There_is_one_nudge_however_often_the_reminder_is_moved()
    {
        review.TakeDueEmail(person, isOff: false, Opened.AddDays(2));
        review.Snooze(person, Opened.AddDays(2).AddHours(1));

        Assert.Equal(ReviewEmailKind.Reminder, review.TakeDueEmail(person, isOff: false, Opened.AddDays(3)));
        Assert.Null(review.RemindAt);
    }

    [Fact]
    public void Taking_a_snooze_back_leaves_the_nudge_where_it_was()
    {
        review.Snooze(person, Opened.AddHours(3));
        review.Unsnooze(person, Opened.AddHours(4));

        Assert.Equal((false, Opened.AddDays(2)), (review.IsSnoozed, review.RemindAt));
    }

    [Fact]
    public void Snoozing_leaves_the_rhythm_alone()
    {
        person.EnsureScheduled(default, Opened);
        var next = person.NextReviewAt;

        review.Snooze(person, Opened);

        Assert.Equal(next, person.NextReviewAt);
    }
}
