using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.People;

/// <summary>One human and how they want to be reminded. Its id is that of the account they sign in with.</summary>
public sealed class Person : Entity, IVersioned
{
    /// <summary>Minutes a week a new person starts with, until they say otherwise.</summary>
    public const int FirstCapacity = 300;

    private Person()
    {
    }

    /// <exception cref="RuleBroken">The name is empty or too long, or the zone is unknown.</exception>
    public Person(Guid accountId, string? name, string? zone, DateTime now)
    {
        Id = accountId;
        Name = Limits.CheckTitle(name, nameof(Name));
        Zone = LocalTime.Zone(zone).Id;
        CreatedAt = now;
    }

    public string Name { get; private set; } = "";

    /// <summary>IANA id, such as Europe/Berlin.</summary>
    public string Zone { get; private set; } = "UTC";

    /// <summary>BCP 47 tag of the language pages and e-mails are written in.</summary>
    public string Language { get; private set; } = "en";

    public ReviewRhythm Rhythm { get; private set; } = ReviewRhythm.Default;

    public bool RemindersOn { get; private set; } = true;

    /// <summary>When the next review opens (UTC); null while there is no goal to look after.</summary>
    public DateTime? NextReviewAt { get; private set; }

    /// <summary>When the goals are looked at next (UTC), once a local day; null while there is no goal to look after.</summary>
    public DateTime? NextLookAt { get; private set; }

    /// <summary>When the goals were last looked at (UTC).</summary>
    public DateTime? LookedAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public int Version { get; private set; }

    public TimeZoneInfo ZoneInfo() => LocalTime.Zone(Zone);

    public DateOnly Today(DateTime now) => LocalTime.DateAt(now, ZoneInfo());

    public void Rename(string? name) => Name = Limits.CheckTitle(name, nameof(Name));

    public void Remind(bool on) => RemindersOn = on;

    /// <summary>Sets zone and rhythm. A review that falls due keeps its period: a used one never opens again.</summary>
    public void ReviewAt(string? zone, ReviewRhythm rhythm, LastReviews last, DateTime now)
    {
        Zone = LocalTime.Zone(zone).Id;
        Rhythm = rhythm;
        if (NextReviewAt is { } planned)
        {
            // One that is due and not open yet is not lost: it falls where the new rhythm has it
            NextReviewAt = ReviewCalendar.Next(Rhythm, ZoneInfo(), planned > now ? now : planned.AddHours(-36), last).At;
            NextLookAt = NextMidnight(now);
        }
    }

    /// <summary>There is a goal to look after: makes sure that looks and reviews are scheduled.</summary>
    public void Wake(LastReviews last, DateTime now)
    {
        NextLookAt ??= NextMidnight(now);
        NextReviewAt ??= ReviewCalendar.Next(Rhythm, ZoneInfo(), now, last).At;
    }

    /// <summary>There is nothing to look after: no look and no review until <see cref="Wake"/>.</summary>
    public void Rest() => (NextLookAt, NextReviewAt) = (null, null);

    /// <summary>Today's look is done.</summary>
    public void Looked(DateTime now) => (LookedAt, NextLookAt) = (now, NextMidnight(now));

    /// <summary>
    /// The review that has fallen due, if any. The instant is worked out anew from <see cref="NextReviewAt"/>, as the
    /// zone's rules may have changed since; after downtime only the latest is due.
    /// </summary>
    public ReviewDue? DueReview(LastReviews last, DateTime now)
    {
        if (NextReviewAt is not { } planned || planned > now)
        {
            return null;
        }

        // 36 hours: more than any change of a zone's rules, less than the distance between two reviews
        var first = ReviewCalendar.Next(Rhythm, ZoneInfo(), planned.AddHours(-36), last);
        return first.At > now ? null : ReviewCalendar.Latest(Rhythm, ZoneInfo(), first.At, now, last);
    }

    /// <summary>Schedules the review after this moment, given the last ones.</summary>
    public void ScheduleReview(LastReviews last, DateTime now) =>
        NextReviewAt = ReviewCalendar.Next(Rhythm, ZoneInfo(), now, last).At;

    private DateTime NextMidnight(DateTime now) => LocalTime.ToUtc(Today(now).AddDays(1), TimeOnly.MinValue, ZoneInfo());
}
