using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>One step of a goal; a "task" on screen. Made by <see cref="Goal.AddTask"/>.</summary>
public sealed class PlanTask : OwnedEntity, ITrashable, IVersioned
{
    private PlanTask() { }

    internal PlanTask(Goal goal, string? title, int? estimate, Guid? milestoneId, string? notes, int position)
        : base(goal.OwnerId)
    {
        GoalId = goal.Id;
        Position = position;
        Edit(title, estimate, milestoneId, notes);
    }

    /// <summary>An occurrence of a series.</summary>
    internal PlanTask(RecurringTask recurringTask, DateOnly day, int position)
        : base(recurringTask.OwnerId)
    {
        (GoalId, Position) = (recurringTask.GoalId, position);
        UpdateFrom(recurringTask, day);
    }

    public Guid GoalId { get; private set; }

    /// <summary>The milestone it leads to; one that is in Trash counts as none.</summary>
    public Guid? MilestoneId { get; private set; }

    /// <summary>The series it is an occurrence of; such a task counts in neither progress nor forecast.</summary>
    public Guid? RecurringTaskId { get; private set; }

    /// <summary>The day that an occurrence of a series falls on.</summary>
    public DateOnly? DueOn { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string? Notes { get; private set; }

    /// <summary>What is most likely to get in the way.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>"If it is Tuesday 19:00, then I …"</summary>
    public string? IfThen { get; private set; }

    /// <summary>Minutes it should take, 1 to <see cref="Limits.MaxEstimateMinutes"/>.</summary>
    public int? Estimate { get; private set; }

    /// <summary>Its place among the tasks of its goal, smallest first.</summary>
    public int Position { get; internal set; }

    /// <summary>The person's day on which it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The instant (UTC) at which it was done.</summary>
    public DateTime? DoneAt { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsDone => DoneOn is not null;

    /// <summary>Done. A second time changes nothing.</summary>
    public void MarkDone(DateOnly today, DateTime now)
    {
        if (!IsDone)
        {
            (DoneOn, DoneAt) = (today, now);
        }
    }

    /// <summary>Not done after all. A second time changes nothing.</summary>
    public void MarkNotDone() => (DoneOn, DoneAt) = (null, null);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    internal void Edit(string? title, int? estimate, Guid? milestoneId, string? notes)
    {
        Title = Limits.CheckTitle(title);
        Estimate = estimate is { } minutes
            ? Limits.CheckMinutes(minutes, Limits.MaxEstimateMinutes, nameof(Estimate))
            : null;
        Notes = Limits.CheckNotes(notes, nameof(Notes));
        MilestoneId = milestoneId;
    }

    /// <summary>Makes it the occurrence of a series on a day.</summary>
    internal void SetOccurrence(Guid seriesId, DateOnly day) => (RecurringTaskId, DueOn) = (seriesId, day);

    internal void UpdateFrom(RecurringTask recurringTask, DateOnly day)
    {
        (Title, Estimate) = (recurringTask.Title, recurringTask.Minutes);
        SetOccurrence(recurringTask.Id, day);
    }

    internal void PlanForObstacle(string? obstacle, string? ifThen) =>
        (Obstacle, IfThen) = (
            Limits.CheckShortText(obstacle, nameof(Obstacle)),
            Limits.CheckShortText(ifThen, nameof(IfThen))
        );

    internal void AssignToMilestone(Guid? milestoneId) => MilestoneId = milestoneId;

    /// <exception cref="DomainRuleException">The minutes are not fewer than it has.</exception>
    internal void ReduceEstimate(int minutes) =>
        Estimate =
            Estimate is null || minutes < Estimate
                ? Limits.CheckMinutes(minutes, Limits.MaxEstimateMinutes, nameof(Estimate))
                : throw new DomainRuleException(
                    nameof(Estimate),
                    "Enter less than the current {0}, or leave it unchanged.",
                    Duration.Format(Estimate.Value)
                );

    internal void RestoreValues(ChangeSet.TaskValues values, DateTime now)
    {
        (Estimate, MilestoneId) = (values.Estimate, values.MilestoneId);
        TrashedAt = values.IsTrashed ? TrashedAt ?? now : null;
    }
}
