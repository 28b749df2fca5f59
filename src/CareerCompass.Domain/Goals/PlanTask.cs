using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>One step of a goal; a "task" on screen. Made by <see cref="Goal.AddTask"/>.</summary>
public sealed class PlanTask : Owned, ITrashable, IVersioned
{
    private PlanTask()
    {
    }

    internal PlanTask(Goal goal, string? title, int? estimate, Guid? milestoneId, string? notes, int position)
        : base(goal.OwnerId)
    {
        GoalId = goal.Id;
        Position = position;
        Edit(title, estimate, milestoneId, notes);
    }

    /// <summary>An occurrence of a series.</summary>
    internal PlanTask(Series series, DateOnly day, int position)
        : base(series.OwnerId)
    {
        (GoalId, Position) = (series.GoalId, position);
        Renew(series, day);
    }

    public Guid GoalId { get; private set; }

    /// <summary>The milestone it leads to; one that is in Trash counts as none.</summary>
    public Guid? MilestoneId { get; private set; }

    /// <summary>The series it is an occurrence of; such a task counts in neither progress nor forecast.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>The day that an occurrence of a series falls on.</summary>
    public DateOnly? DueOn { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string? Notes { get; private set; }

    /// <summary>What is most likely to get in the way.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>"If it is Tuesday 19:00, then I …"</summary>
    public string? IfThen { get; private set; }

    /// <summary>Minutes it should take, 1 to <see cref="Limits.EstimateMinutes"/>.</summary>
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
    public void Tick(DateOnly today, DateTime now)
    {
        if (!IsDone)
        {
            (DoneOn, DoneAt) = (today, now);
        }
    }

    /// <summary>Not done after all. A second time changes nothing.</summary>
    public void Untick() => (DoneOn, DoneAt) = (null, null);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    internal void Edit(string? title, int? estimate, Guid? milestoneId, string? notes)
    {
        Title = Limits.CheckTitle(title);
        Estimate = estimate is { } minutes ? Limits.CheckMinutes(minutes, Limits.EstimateMinutes, nameof(Estimate)) : null;
        Notes = Limits.CheckNotes(notes, nameof(Notes));
        MilestoneId = milestoneId;
    }

    /// <summary>Makes it the occurrence of a series on a day.</summary>
    internal void Occur(Guid seriesId, DateOnly day) => (SeriesId, DueOn) = (seriesId, day);

    internal void Renew(Series series, DateOnly day)
    {
        (Title, Estimate) = (series.Title, series.Minutes);
        Occur(series.Id, day);
    }

    internal void Foresee(string? obstacle, string? ifThen) =>
        (Obstacle, IfThen) = (Limits.CheckLine(obstacle, nameof(Obstacle)), Limits.CheckLine(ifThen, nameof(IfThen)));

    internal void LeadTo(Guid? milestoneId) => MilestoneId = milestoneId;

    /// <exception cref="RuleBroken">The minutes are not fewer than it has.</exception>
    internal void Shrink(int minutes) => Estimate = Estimate is null || minutes < Estimate
        ? Limits.CheckMinutes(minutes, Limits.EstimateMinutes, nameof(Estimate))
        : throw new RuleBroken(nameof(Estimate), "Give less than the {0} it has, or let it be.", Duration.Text(Estimate.Value));

    internal void Put(Footprint.StepStand stand, DateTime now)
    {
        (Estimate, MilestoneId) = (stand.Estimate, stand.MilestoneId);
        TrashedAt = stand.InTrash ? TrashedAt ?? now : null;
    }
}

/// <summary>A task that comes after another of the same goal.</summary>
public sealed class TaskOrder : Owned
{
    private TaskOrder()
    {
    }

    public TaskOrder(PlanTask task, PlanTask after)
        : base(task.OwnerId)
    {
        if (task.GoalId != after.GoalId || task.Id == after.Id)
        {
            throw new RuleBroken("After", "A task can only come after another one of its goal.");
        }

        (GoalId, TaskId, AfterId) = (task.GoalId, task.Id, after.Id);
    }

    public Guid GoalId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid AfterId { get; private set; }
}
