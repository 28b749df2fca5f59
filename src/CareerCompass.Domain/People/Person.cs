using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.People;

/// <summary>A person and their review settings. Shares its id with the sign-in account.</summary>
public sealed class Person : Entity, IVersioned
{
    /// <summary>Weekly capacity of a new person, in minutes.</summary>
    public const int DefaultWeeklyMinutes = 300;

    private Person() { }

    public Person(Guid accountId, string? name, string? zone, DateTime now)
    {
        Id = accountId;
        Name = Limits.CheckTitle(name, nameof(Name));
        Zone = LocalTime.FindZone(zone).Id;
        CreatedAt = now;
    }

    public string Name { get; private set; } = "";

    /// <summary>IANA id, such as Europe/Berlin.</summary>
    public string Zone { get; private set; } = "UTC";

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "en";

    public ReviewRhythm Rhythm { get; private set; } = ReviewRhythm.Default;

    public bool RemindersEnabled { get; private set; } = true;

    /// <summary>When the next review opens (UTC); null without active goals.</summary>
    public DateTime? NextReviewAt { get; private set; }

    /// <summary>When goals are evaluated next (UTC), once per local day; null without active goals.</summary>
    public DateTime? NextEvaluationAt { get; private set; }

    public DateTime? LastEvaluatedAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public int Version { get; private set; }

    public TimeZoneInfo GetTimeZone() => LocalTime.FindZone(Zone);

    public DateOnly Today(DateTime now) => LocalTime.DateAt(now, GetTimeZone());

    public void Rename(string? name) => Name = Limits.CheckTitle(name, nameof(Name));

    public void SetRemindersEnabled(bool enabled) => RemindersEnabled = enabled;

    /// <summary>Changes zone and rhythm. A period that was already used never reopens.</summary>
    public void ChangeReviewRhythm(string? zone, ReviewRhythm rhythm, LastReviewDates last, DateTime now)
    {
        Zone = LocalTime.FindZone(zone).Id;
        Rhythm = rhythm;
        if (NextReviewAt is { } planned)
        {
            // A due review that has not opened yet is rescheduled by the new rhythm, not lost
            NextReviewAt = ReviewCalendar
                .Next(Rhythm, GetTimeZone(), planned > now ? now : planned.AddHours(-36), last)
                .OpensAt;
            NextEvaluationAt = NextMidnight(now);
        }
    }

    /// <summary>Schedules evaluations and reviews if they are not yet scheduled.</summary>
    public void EnsureScheduled(LastReviewDates last, DateTime now)
    {
        NextEvaluationAt ??= NextMidnight(now);
        NextReviewAt ??= ReviewCalendar.Next(Rhythm, GetTimeZone(), now, last).OpensAt;
    }

    /// <summary>Stops evaluations and reviews until <see cref="EnsureScheduled"/>.</summary>
    public void ClearSchedule() => (NextEvaluationAt, NextReviewAt) = (null, null);

    public void MarkEvaluated(DateTime now) => (LastEvaluatedAt, NextEvaluationAt) = (now, NextMidnight(now));

    /// <summary>The review that is due, if any; after downtime, only the latest. The time is recomputed from
    /// <see cref="NextReviewAt"/>, because zone rules may have changed.</summary>
    public ScheduledReview? FindDueReview(LastReviewDates last, DateTime now)
    {
        if (NextReviewAt is not { } planned || planned > now)
        {
            return null;
        }

        // 36 hours exceed any change of zone rules, and are less than the time between two reviews
        var first = ReviewCalendar.Next(Rhythm, GetTimeZone(), planned.AddHours(-36), last);
        return first.OpensAt > now ? null : ReviewCalendar.Latest(Rhythm, GetTimeZone(), first.OpensAt, now, last);
    }

    public void ScheduleReview(LastReviewDates last, DateTime now) =>
        NextReviewAt = ReviewCalendar.Next(Rhythm, GetTimeZone(), now, last).OpensAt;

    private DateTime NextMidnight(DateTime now) =>
        LocalTime.ToUtc(Today(now).AddDays(1), TimeOnly.MinValue, GetTimeZone());
}
