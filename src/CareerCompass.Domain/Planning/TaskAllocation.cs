namespace CareerCompass.Domain.Planning;

/// <summary>Minutes of a task in a week. A task may span several weeks.</summary>
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

    public DateOnly Week { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Set by the person; scheduling does not move it.</summary>
    public bool IsPinned { get; private set; }
}
