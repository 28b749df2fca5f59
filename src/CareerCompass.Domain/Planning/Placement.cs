namespace CareerCompass.Domain.Planning;

/// <summary>When a task is worked on: minutes in a week. A task may span several.</summary>
public sealed class Placement : Owned
{
    private Placement()
    {
    }

    public Placement(Guid ownerId, Guid goalId, Guid taskId, DateOnly week, int minutes, bool pinned)
        : base(ownerId)
    {
        GoalId = goalId;
        TaskId = taskId;
        Week = IsoWeek.Monday(week);
        Minutes = Limits.CheckMinutes(minutes, Limits.EstimateMinutes, nameof(Minutes));
        Pinned = pinned;
    }

    public Guid GoalId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The week's Monday.</summary>
    public DateOnly Week { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Put there by the person; a lay-out leaves it where it is.</summary>
    public bool Pinned { get; private set; }
}
