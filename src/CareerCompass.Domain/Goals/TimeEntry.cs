namespace CareerCompass.Domain.Goals;

/// <summary>Minutes worked on a day, for a goal and perhaps one of its tasks.</summary>
public sealed class TimeEntry : OwnedEntity, ITrashable, IVersioned
{
    private TimeEntry() { }

    /// <exception cref="DomainRuleException">The minutes or the day (at most a year ago) are out of range.</exception>
    public TimeEntry(Guid ownerId, Guid goalId, Guid? taskId, DateOnly day, int minutes, DateOnly today)
        : base(ownerId)
    {
        Edit(goalId, taskId, day, minutes, today);
    }

    public Guid GoalId { get; private set; }

    public Guid? TaskId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>1 to <see cref="Limits.MaxDayMinutes"/>.</summary>
    public int Minutes { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="DomainRuleException">As for a new entry, except that an unchanged day may be older.</exception>
    public void Edit(Guid goalId, Guid? taskId, DateOnly day, int minutes, DateOnly today)
    {
        (GoalId, TaskId) = (goalId, taskId);
        Minutes = Limits.CheckMinutes(minutes, Limits.MaxDayMinutes, "Time");
        Day =
            day == Day || (day <= today && day >= today.AddYears(-1))
                ? day
                : throw new DomainRuleException(
                    nameof(Day),
                    "Choose a date between {0} and today.",
                    today.AddYears(-1)
                );
    }

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;
}
