using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Something to achieve, with its plan. Methods that change the plan need it loaded.</summary>
public sealed partial class Goal : OwnedEntity, ITrashable, IVersioned
{
    private readonly List<Milestone> milestones = [];
    private readonly List<PlanTask> tasks = [];

    private Goal() { }

    /// <exception cref="DomainRuleException">A text is invalid, or the target is not in the future.</exception>
    public Goal(Guid ownerId, string? title, string? why, string? doneWhen, DateOnly target, DateOnly today)
        : base(ownerId)
    {
        StartedOn = today;
        Describe(title, why, doneWhen);
        Target = Limits.CheckFutureDate(target, today, nameof(Target));
    }

    public string Title { get; private set; } = "";

    public string? Why { get; private set; }

    public string? DoneWhen { get; private set; }

    public DateOnly Target { get; private set; }

    public GoalState State { get; private set; }

    /// <summary>The date on which a paused goal resumes automatically.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>Lower comes first and gets capacity first. New goals come last.</summary>
    public int Priority { get; private set; } = int.MaxValue;

    /// <summary>The local date on which the goal was created or last resumed.</summary>
    public DateOnly StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Milestone> Milestones => milestones;

    public IReadOnlyList<PlanTask> Tasks => tasks;

    /// <summary>Milestones that are not in Trash, by date.</summary>
    public IEnumerable<Milestone> UntrashedMilestones =>
        milestones
            .Where(milestone => milestone.TrashedAt is null)
            .OrderBy(milestone => milestone.Date)
            .ThenBy(milestone => milestone.Id);

    /// <summary>Tasks that are not in Trash, by position.</summary>
    public IEnumerable<PlanTask> UntrashedTasks =>
        tasks.Where(task => task.TrashedAt is null).OrderBy(task => task.Position).ThenBy(task => task.Id);

    /// <exception cref="DomainRuleException">A text or the target is invalid, or the goal has ended.</exception>
    public void Edit(string? title, string? why, string? doneWhen, DateOnly target, DateOnly today)
    {
        RequireNotEnded();
        Describe(title, why, doneWhen);
        Target = target == Target ? target : Limits.CheckFutureDate(target, today, nameof(Target));
    }

    public Milestone AddMilestone(string? title, DateOnly date, DateOnly today)
    {
        RequireNotEnded();
        var milestone = new Milestone(this, title, date, today);
        milestones.Add(milestone);
        return milestone;
    }

    /// <exception cref="DomainRuleException">An argument is invalid, or the goal has ended.</exception>
    public PlanTask AddTask(string? title, int? estimate, Guid? milestoneId, string? notes = null)
    {
        RequireNotEnded();
        var task = new PlanTask(this, title, estimate, RequireOwn(milestoneId), notes, NextPosition());
        tasks.Add(task);
        return task;
    }

    public void EditTask(PlanTask task, string? title, int? estimate, Guid? milestoneId, string? notes)
    {
        RequireNotEnded();
        task.Edit(title, estimate, task.RecurringTaskId is null ? RequireOwn(milestoneId) : null, notes);
    }

    /// <summary>Fixes an open task to a week, or lets the schedule place it again.</summary>
    /// <param name="week">Any day of the week; null to unpin.</param>
    /// <exception cref="DomainRuleException">The task is done, the week is over or more than ten years ahead, or the
    /// goal has ended.</exception>
    public void PinTask(PlanTask task, DateOnly? week, DateOnly today)
    {
        RequireNotEnded();
        if (task.IsDone || task.RecurringTaskId is not null)
        {
            throw new DomainRuleException("", "You can only schedule open tasks of current goals.");
        }

        if (week < IsoWeek.Monday(today) || week > today.AddYears(10))
        {
            throw new DomainRuleException("", "Choose this week or a later one, within ten years.");
        }

        task.PinTo(week);
    }

    /// <summary>Moves a task one place among the open tasks of its milestone.</summary>
    /// <returns>False when it is already first or last.</returns>
    public bool MoveTask(PlanTask task, bool up) =>
        FindTaskPosition(task) is { } position && MoveTaskTo(task, up ? position - 1 : position + 1);

    /// <summary>Zero-based position among the open tasks of the milestone; null when done or in Trash.</summary>
    public int? FindTaskPosition(PlanTask task) =>
        OpenTasksWithSameMilestone(task).IndexOf(task) is >= 0 and var at ? at : null;

    /// <summary>Moves an open task to a position among those of its milestone.</summary>
    /// <returns>False when the position does not exist, or the task is done or in Trash.</returns>
    public bool MoveTaskTo(PlanTask task, int position)
    {
        RequireNotEnded();
        var group = OpenTasksWithSameMilestone(task);
        if (position < 0 || position >= group.Count || !group.Remove(task))
        {
            return false;
        }

        group.Insert(position, task);

        // Reorders only the group. Renumbers all tasks, because a restored task may share a position
        var order = tasks.OrderBy(other => other.Position).ThenBy(other => other.Id).ToList();
        var indexes = order.Index().Where(other => group.Contains(other.Item)).Select(other => other.Index).ToList();
        foreach (var (index, moved) in indexes.Zip(group))
        {
            order[index] = moved;
        }

        foreach (var (index, ordered) in order.Index())
        {
            ordered.Position = index + 1;
        }

        return true;
    }

    /// <summary>Moves the goal one place among the goals of its state and renumbers all goals.</summary>
    public bool Move(IReadOnlyList<Goal> goals, bool up)
    {
        var order = goals.ToList();
        var index = order.IndexOf(this);
        var otherIndex = up
            ? order.FindLastIndex(Math.Max(0, index - 1), Math.Max(0, index), other => other.State == State)
            : order.FindIndex(index + 1, other => other.State == State);
        if (index < 0 || otherIndex < 0)
        {
            return false;
        }

        (order[index], order[otherIndex]) = (order[otherIndex], order[index]);
        for (var place = 0; place < order.Count; place++)
        {
            order[place].Priority = place + 1;
        }

        return true;
    }

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    /// <exception cref="DomainRuleException">The goal is achieved or retired.</exception>
    public void RequireNotEnded()
    {
        if (State is GoalState.Achieved or GoalState.Retired)
        {
            throw new DomainRuleException(
                "",
                "This goal has ended, so its plan can no longer be changed. Resume the goal first."
            );
        }
    }

    private void Describe(string? title, string? why, string? doneWhen)
    {
        Title = Limits.CheckTitle(title);
        Why = Limits.CheckNotes(why, nameof(Why));
        DoneWhen = Limits.CheckNotes(doneWhen, nameof(DoneWhen));
    }

    private Guid? RequireOwn(Guid? milestoneId) =>
        milestoneId is null || milestones.Any(milestone => milestone.Id == milestoneId && milestone.TrashedAt is null)
            ? milestoneId
            : throw new DomainRuleException("MilestoneId", "Choose one of this goal's milestones.");

    private List<PlanTask> OpenTasksWithSameMilestone(PlanTask task)
    {
        var milestoneIds = UntrashedMilestones.Select(milestone => milestone.Id).ToHashSet();
        Guid? Leads(PlanTask other) => other.MilestoneId is { } id && milestoneIds.Contains(id) ? id : null;
        return
        [
            .. UntrashedTasks.Where(other =>
                !other.IsDone && other.RecurringTaskId is null && Leads(other) == Leads(task)
            ),
        ];
    }

    private int NextPosition() => tasks.Count == 0 ? 1 : tasks.Max(task => task.Position) + 1;
}
