namespace CareerCompass.Domain.Goals;

/// <summary>Minutes a person invested on a day, for a goal and perhaps one of its tasks.</summary>
public sealed class Effort : Owned, ITrashable
{
    private Effort()
    {
    }

    /// <exception cref="RuleBroken">The minutes do not fit in a day, or the day lies ahead or more than a year back.</exception>
    public Effort(Guid ownerId, Guid goalId, Guid? taskId, DateOnly day, int minutes, DateOnly today)
        : base(ownerId)
    {
        GoalId = goalId;
        TaskId = taskId;
        Minutes = Limits.CheckMinutes(minutes, Limits.DayMinutes, "Time");
        Day = day <= today && day >= today.AddYears(-1)
            ? day
            : throw new RuleBroken(nameof(Day), "Give a day between {0} and today.", today.AddYears(-1));
    }

    public Guid GoalId { get; private set; }

    public Guid? TaskId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>1 to <see cref="Limits.DayMinutes"/>.</summary>
    public int Minutes { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;
}
