namespace CareerCompass.Domain.Planning;

/// <summary>When a task is worked on: minutes in a week. A task may span several.</summary>
public sealed class TaskAllocation : OwnedEntity
{
    private TaskAllocation() { }

    public TaskAllocation(Guid ownerId, Guid goalId, Guid taskId, DateOnly week, int minutes, bool isPinned)
        : base(ownerId)
    {
        GoalId = goalId;
        TaskId = taskId;
        Week = IsoWeek.Monday(week);
        Minutes = Limits.CheckMinutes(minutes, Limits.MaxEstimateMinutes, nameof(Minutes));
        IsPinned = isPinned;
    }

    public Guid GoalId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The week's Monday.</summary>
    public DateOnly Week { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Put there by the person; a lay-out leaves it where it is.</summary>
    public bool IsPinned { get; private set; }
}
