using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Reviews;

/// <summary>Reminders for an open review: on the day the person chose, or once after two days.</summary>
public sealed partial class Review
{
    /// <summary>Days after which an open review gets its one nudge.</summary>
    public const int NudgeDays = 2;

    /// <summary>The local date of the next e-mail; null when there is none.</summary>
    public DateOnly? RemindOn { get; private set; }

    /// <summary>The same in UTC, at the person's review time.</summary>
    public DateTime? RemindAt { get; private set; }

    public bool IsSnoozed { get; private set; }

    public DateTime? NudgedAt { get; private set; }

    /// <summary>Schedules the nudge unless it was already sent.</summary>
    public void ScheduleNudge(Person person, DateTime now) =>
        ScheduleReminder(person, NudgedAt is null ? person.Today(now).AddDays(NudgeDays) : null);

    /// <summary>Moves the reminder to tomorrow. The review rhythm does not change.</summary>
    /// <exception cref="DomainRuleException">The review is not open.</exception>
    public void Snooze(Person person, DateTime now)
    {
        RequireOpen();
        ScheduleReminder(person, person.Today(now).AddDays(1));
        IsSnoozed = true;
    }

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

    /// <summary>Returns the e-mail that is due, if any, and schedules the next one. The time is recomputed, because the
    /// zone or the review time may have changed.</summary>
    /// <param name="isOff">Whether the person has no active goal or is off today; nudges are suppressed then.</param>
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
