namespace CareerCompass.Domain.Goals;

/// <summary>
/// Something to achieve, with its route: milestones and tasks. Verbs that touch the route want it loaded; those that
/// change its course return a <see cref="Corrections.Correction"/> and stand in Goal.Corrections.cs.
/// </summary>
public sealed partial class Goal : OwnedEntity, ITrashable, IVersioned
{
    private readonly List<Milestone> milestones = [];
    private readonly List<PlanTask> tasks = [];

    private Goal() { }

    /// <exception cref="DomainRuleException">A text is missing or too long, or the target does not lie ahead.</exception>
    public Goal(Guid ownerId, string? title, string? why, string? doneWhen, DateOnly target, DateOnly today)
        : base(ownerId)
    {
        StartedOn = today;
        Describe(title, why, doneWhen);
        Target = Limits.CheckFutureDate(target, today, nameof(Target));
    }

    public string Title { get; private set; } = "";

    /// <summary>Why it matters.</summary>
    public string? Why { get; private set; }

    /// <summary>What "done" looks like.</summary>
    public string? DoneWhen { get; private set; }

    public DateOnly Target { get; private set; }

    public GoalState State { get; private set; }

    /// <summary>The day on which a paused goal resumes by itself.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>Its place among the person's goals, smallest first; one that was never moved stands last. The first takes its hours first.</summary>
    public int Priority { get; private set; } = int.MaxValue;

    /// <summary>The person's day on which it was set, or last taken up again.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>The person's day on which it was achieved or retired.</summary>
    public DateOnly? EndedOn { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Milestone> Milestones => milestones;

    public IReadOnlyList<PlanTask> Tasks => tasks;

    /// <summary>Its milestones that are not in Trash, in order of time.</summary>
    public IEnumerable<Milestone> UntrashedMilestones =>
        milestones
            .Where(milestone => milestone.TrashedAt is null)
            .OrderBy(milestone => milestone.Date)
            .ThenBy(milestone => milestone.Id);

    /// <summary>Its tasks that are not in Trash, in their order.</summary>
    public IEnumerable<PlanTask> UntrashedTasks =>
        tasks.Where(task => task.TrashedAt is null).OrderBy(task => task.Position).ThenBy(task => task.Id);

    /// <exception cref="DomainRuleException">A text is missing or too long, the target is absurd, or the goal has ended.</exception>
    public void Edit(string? title, string? why, string? doneWhen, DateOnly target, DateOnly today)
    {
        RequireNotEnded();
        Describe(title, why, doneWhen);
        Target = target == Target ? target : Limits.CheckFutureDate(target, today, nameof(Target));
    }

    /// <exception cref="DomainRuleException">See <see cref="Milestone.Edit"/>; or the goal has ended.</exception>
    public Milestone AddMilestone(string? title, DateOnly date, DateOnly today)
    {
        RequireNotEnded();
        var milestone = new Milestone(this, title, date, today);
        milestones.Add(milestone);
        return milestone;
    }

    /// <summary>Adds a task at the end.</summary>
    /// <exception cref="DomainRuleException">A text is missing or too long, the estimate is absurd, the milestone is none of this goal's, or the goal has ended.</exception>
    public PlanTask AddTask(string? title, int? estimate, Guid? milestoneId, string? notes = null)
    {
        RequireNotEnded();
        var task = new PlanTask(this, title, estimate, RequireOwn(milestoneId), notes, NextPosition());
        tasks.Add(task);
        return task;
    }

    /// <exception cref="DomainRuleException">As for <see cref="AddTask"/>.</exception>
    public void EditTask(PlanTask task, string? title, int? estimate, Guid? milestoneId, string? notes)
    {
        RequireNotEnded();
        task.Edit(title, estimate, task.RecurringTaskId is null ? RequireOwn(milestoneId) : null, notes);
    }

    /// <summary>Swaps a task with the open one before (or after) it that leads to the same milestone.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveTask(PlanTask task, bool up) =>
        FindTaskPosition(task) is { } position && MoveTaskTo(task, up ? position - 1 : position + 1);

    /// <summary>Where an open task stands among those that lead to the same milestone, from 0; null for one that is done or in Trash.</summary>
    public int? FindTaskPosition(PlanTask task) =>
        OpenTasksWithSameMilestone(task).IndexOf(task) is >= 0 and var at ? at : null;

    /// <summary>Puts an open task at a place among those that lead to the same milestone; the others keep their order.</summary>
    /// <returns>False when there is no such place, or the task is done or in Trash.</returns>
    public bool MoveTaskTo(PlanTask task, int position)
    {
        RequireNotEnded();
        var group = OpenTasksWithSameMilestone(task);
        if (position < 0 || position >= group.Count || !group.Remove(task))
        {
            return false;
        }

        group.Insert(position, task);

        // Within the places that the group has among all tasks; numbered anew, as one that came back from Trash may share a position with another
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

    /// <summary>Swaps this goal with the one of its state before (or after) it, and numbers all of them.</summary>
    /// <param name="goals">The person's goals in their order.</param>
    /// <returns>False when there is none.</returns>
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

    // The open tasks that lead to where this one leads, in their order
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
