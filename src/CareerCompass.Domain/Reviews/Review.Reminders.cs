using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Reviews;

/// <summary>When the person hears of it again while it is open: on the day they asked for, or once after two days. Then no more.</summary>
public sealed partial class Review
{
    /// <summary>Days after which an unfinished review is mentioned once more.</summary>
    public const int NudgeDays = 2;

    /// <summary>The person's day on which the next e-mail about it is due; null when there will be none.</summary>
    public DateOnly? RemindOn { get; private set; }

    /// <summary>The same as an instant (UTC), at the hour of the person's reviews.</summary>
    public DateTime? RemindAt { get; private set; }

    /// <summary>The person asked for <see cref="RemindOn"/>.</summary>
    public bool IsSnoozed { get; private set; }

    public DateTime? NudgedAt { get; private set; }

    /// <summary>It has just opened, or been reminded of: the one nudge comes two days on, unless it came already.</summary>
    public void ScheduleNudge(Person person, DateTime now) =>
        ScheduleReminder(person, NudgedAt is null ? person.Today(now).AddDays(NudgeDays) : null);

    /// <summary>Moves the reminder to tomorrow. The rhythm stays.</summary>
    /// <exception cref="DomainRuleException">It is no longer open.</exception>
    public void Snooze(Person person, DateTime now)
    {
        RequireOpen();
        ScheduleReminder(person, person.Today(now).AddDays(1));
        IsSnoozed = true;
    }

    /// <summary>Takes <see cref="Snooze"/> back.</summary>
    public void Unsnooze(Person person, DateTime now)
    {
        if (IsSnoozed)
        {
            var (nudge, tomorrow) = (person.Today(OpenedAt).AddDays(NudgeDays), person.Today(now).AddDays(1));
            ScheduleReminder(
                person,
                NudgedAt is not null ? null
                    : nudge > tomorrow ? nudge
                    : tomorrow
            );
        }
    }

    /// <summary>
    /// The e-mail that is due, if any, with the next one planned. The instant is worked out anew: zone or hour may have
    /// changed since, and then it only moves.
    /// </summary>
    /// <param name="isOff">The person has no active goal, or is off today: nobody is nudged then.</param>
    public ReviewEmailKind? TakeDueEmail(Person person, bool isOff, DateTime now)
    {
        if (State != ReviewState.Open || RemindOn is not { } day)
        {
            CancelReminders();
            return null;
        }

        ScheduleReminder(person, day, IsSnoozed);
        if (RemindAt > now)
        {
            return null;
        }

        if (IsSnoozed)
        {
            ScheduleNudge(person, now);
            return person.RemindersEnabled ? ReviewEmailKind.Reminder : null;
        }

        CancelReminders();
        if (isOff || !person.RemindersEnabled)
        {
            return null;
        }

        NudgedAt = now;
        return ReviewEmailKind.Nudge;
    }

    private void CancelReminders() => (RemindOn, RemindAt, IsSnoozed) = (null, null, false);

    private void ScheduleReminder(Person person, DateOnly? day, bool snoozed = false) =>
        (RemindOn, RemindAt, IsSnoozed) = (
            day,
            day is { } date ? LocalTime.ToUtc(date, person.Rhythm.Time, person.GetTimeZone()) : null,
            snoozed
        );
}
