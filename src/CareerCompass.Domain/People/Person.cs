using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.People;

/// <summary>One human and how they want to be reminded. Its id is that of the account they sign in with.</summary>
public sealed class Person : Entity, IVersioned
{
    /// <summary>Minutes a week a new person starts with, until they say otherwise.</summary>
    public const int DefaultWeeklyMinutes = 300;

    private Person() { }

    /// <exception cref="DomainRuleException">The name is empty or too long, or the zone is unknown.</exception>
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

    /// <summary>BCP 47 tag of the language pages and e-mails are written in.</summary>
    public string Language { get; private set; } = "en";

    public ReviewRhythm Rhythm { get; private set; } = ReviewRhythm.Default;

    public bool RemindersEnabled { get; private set; } = true;

    /// <summary>When the next review opens (UTC); null while there is no goal to look after.</summary>
    public DateTime? NextReviewAt { get; private set; }

    /// <summary>When the goals are looked at next (UTC), once a local day; null while there is no goal to look after.</summary>
    public DateTime? NextEvaluationAt { get; private set; }

    /// <summary>When the goals were last looked at (UTC).</summary>
    public DateTime? LastEvaluatedAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public int Version { get; private set; }

    public TimeZoneInfo GetTimeZone() => LocalTime.FindZone(Zone);

    public DateOnly Today(DateTime now) => LocalTime.DateAt(now, GetTimeZone());

    public void Rename(string? name) => Name = Limits.CheckTitle(name, nameof(Name));

    public void SetRemindersEnabled(bool enabled) => RemindersEnabled = enabled;

    /// <summary>Sets zone and rhythm. A review that falls due keeps its period: a used one never opens again.</summary>
    public void ChangeReviewRhythm(string? zone, ReviewRhythm rhythm, LastReviewDates last, DateTime now)
    {
        Zone = LocalTime.FindZone(zone).Id;
        Rhythm = rhythm;
        if (NextReviewAt is { } planned)
        {
            // One that is due and not open yet is not lost: it falls where the new rhythm has it
            NextReviewAt = ReviewCalendar
                .Next(Rhythm, GetTimeZone(), planned > now ? now : planned.AddHours(-36), last)
                .OpensAt;
            NextEvaluationAt = NextMidnight(now);
        }
    }

    /// <summary>There is a goal to look after: makes sure that looks and reviews are scheduled.</summary>
    public void EnsureScheduled(LastReviewDates last, DateTime now)
    {
        NextEvaluationAt ??= NextMidnight(now);
        NextReviewAt ??= ReviewCalendar.Next(Rhythm, GetTimeZone(), now, last).OpensAt;
    }

    /// <summary>There is nothing to look after: no look and no review until <see cref="EnsureScheduled"/>.</summary>
    public void ClearSchedule() => (NextEvaluationAt, NextReviewAt) = (null, null);

    /// <summary>Today's look is done.</summary>
    public void MarkEvaluated(DateTime now) => (LastEvaluatedAt, NextEvaluationAt) = (now, NextMidnight(now));

    /// <summary>
    /// The review that has fallen due, if any. The instant is worked out anew from <see cref="NextReviewAt"/>, as the
    /// zone's rules may have changed since; after downtime only the latest is due.
    /// </summary>
    public ScheduledReview? FindDueReview(LastReviewDates last, DateTime now)
    {
        if (NextReviewAt is not { } planned || planned > now)
        {
            return null;
        }

        // 36 hours: more than any change of a zone's rules, less than the distance between two reviews
        var first = ReviewCalendar.Next(Rhythm, GetTimeZone(), planned.AddHours(-36), last);
        return first.OpensAt > now ? null : ReviewCalendar.Latest(Rhythm, GetTimeZone(), first.OpensAt, now, last);
    }

    /// <summary>Schedules the review after this moment, given the last ones.</summary>
    public void ScheduleReview(LastReviewDates last, DateTime now) =>
        NextReviewAt = ReviewCalendar.Next(Rhythm, GetTimeZone(), now, last).OpensAt;

    private DateTime NextMidnight(DateTime now) =>
        LocalTime.ToUtc(Today(now).AddDays(1), TimeOnly.MinValue, GetTimeZone());
}
