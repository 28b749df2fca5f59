using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>One step of a goal; "task" on screen. Created by <see cref="Goal.AddTask"/>.</summary>
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

    internal PlanTask(RecurringTask recurringTask, DateOnly day, int position, string? notes)
        : base(recurringTask.OwnerId)
    {
        (GoalId, Position) = (recurringTask.GoalId, position);
        Notes = Limits.CheckNotes(notes, nameof(Notes));
        UpdateFrom(recurringTask, day);
    }

    public Guid GoalId { get; private set; }

    /// <summary>A milestone that is in Trash counts as none.</summary>
    public Guid? MilestoneId { get; private set; }

    /// <summary>Set for an occurrence of a recurring task, which counts in neither progress nor forecast.</summary>
    public Guid? RecurringTaskId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string? Notes { get; private set; }

    public string? Obstacle { get; private set; }

    /// <summary>"If it is Tuesday 19:00, then I …".</summary>
    public string? IfThen { get; private set; }

    /// <summary>Minutes, 1 to <see cref="Limits.MaxEstimateMinutes"/>.</summary>
    public int? Estimate { get; private set; }

    public int Position { get; internal set; }

    /// <summary>The Monday of the week to which the person fixed the task.</summary>
    public DateOnly? PinnedWeek { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsDone => DoneOn is not null;

    /// <summary>Idempotent.</summary>
    public void MarkDone(DateOnly today, DateTime now)
    {
        if (!IsDone)
        {
            (DoneOn, DoneAt) = (today, now);
        }
    }

    /// <summary>Idempotent.</summary>
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

    internal void PinTo(DateOnly? week) => PinnedWeek = week is { } day ? IsoWeek.Monday(day) : null;

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
        (Estimate, MilestoneId, PinnedWeek) = (values.Estimate, values.MilestoneId, values.PinnedWeek);
        TrashedAt = values.IsTrashed ? TrashedAt ?? now : null;
    }
}
