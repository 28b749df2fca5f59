using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>The verbs by which a person changes a goal's course.</summary>
public sealed partial class Goal
{
    /// <summary>Moves the target and the dates of milestones. Milestones that are not named stay.</summary>
    /// <exception cref="DomainRuleException">A date is absurd, a milestone is none of this goal's, or the goal has ended.</exception>
    public Correction Reschedule(
        DateOnly target,
        IReadOnlyDictionary<Guid, DateOnly> dates,
        Rationale rationale,
        DateOnly today,
        DateTime now
    )
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        Target = target == Target ? target : Limits.CheckFutureDate(target, today, nameof(Target));
        foreach (var (id, date) in dates)
        {
            var milestone = milestones.FirstOrDefault(milestone => milestone.Id == id && milestone.TrashedAt is null)
                ?? throw new DomainRuleException(
                    "",
                    "One of the milestones no longer exists. Please check your changes and try again."
                );
            milestone.Edit(milestone.Title, date, today);
        }

        return CreateCorrection(CorrectionKind.Reschedule, before, rationale, today, now);
    }

    /// <summary>Drops open tasks to Trash, makes others lead to another milestone (or to none), and gives some a smaller estimate.</summary>
    /// <exception cref="DomainRuleException">Nothing was chosen, a task or milestone is none of this goal's, an estimate is not smaller, or the goal has ended.</exception>
    public Correction CutScope(
        IReadOnlySet<Guid> tasksToDrop,
        IReadOnlyDictionary<Guid, Guid?> milestoneByTask,
        Rationale rationale,
        DateOnly today,
        DateTime now,
        IReadOnlyDictionary<Guid, int>? estimateByTask = null
    )
    {
        RequireNotEnded();
        if (tasksToDrop.Count + milestoneByTask.Count + (estimateByTask?.Count ?? 0) == 0)
        {
            throw new DomainRuleException("", "Choose at least one task to drop, make smaller or move.");
        }

        var before = new ChangeSet.GoalChangeTracker(this);

        foreach (var id in tasksToDrop)
        {
            OpenTask(id).Trash(now);
        }

        foreach (var (id, milestoneId) in milestoneByTask)
        {
            OpenTask(id).AssignToMilestone(RequireOwn(milestoneId));
        }

        foreach (var (id, minutes) in estimateByTask ?? new Dictionary<Guid, int>())
        {
            OpenTask(id).ReduceEstimate(minutes);
        }

        return CreateCorrection(CorrectionKind.CutScope, before, rationale, today, now);
    }

    /// <summary>Rests the goal until a day on which it resumes by itself. A paused goal is never late.</summary>
    /// <exception cref="DomainRuleException">The goal is not active, or the day does not lie ahead.</exception>
    public Correction Pause(DateOnly until, Rationale rationale, DateOnly today, DateTime now)
    {
        if (State != GoalState.Active)
        {
            throw new DomainRuleException("", "Only an active goal can be paused.");
        }

        var before = new ChangeSet.GoalChangeTracker(this);
        PausedUntil = Limits.CheckFutureDate(until, today, "Until");
        State = GoalState.Paused;
        return CreateCorrection(CorrectionKind.Pause, before, rationale, today, now);
    }

    /// <summary>Takes a paused or ended goal up again.</summary>
    /// <exception cref="DomainRuleException">The goal is active.</exception>
    public Correction Resume(Rationale rationale, DateOnly today, DateTime now)
    {
        if (State == GoalState.Active)
        {
            throw new DomainRuleException("", "This goal is already active.");
        }

        var before = new ChangeSet.GoalChangeTracker(this);
        (State, PausedUntil, EndedOn, StartedOn) = (GoalState.Active, null, null, today);
        return CreateCorrection(CorrectionKind.Resume, before, rationale, today, now);
    }

    /// <summary>Resumes the goal if it is paused and the day has come on which that ends.</summary>
    /// <returns>Whether it did.</returns>
    public bool ResumeIfPauseEnded(DateOnly today)
    {
        if (State != GoalState.Paused || PausedUntil > today)
        {
            return false;
        }

        (State, PausedUntil, StartedOn) = (GoalState.Active, null, today);
        return true;
    }

    /// <summary>Stops pursuing the goal.</summary>
    /// <exception cref="DomainRuleException">The goal has ended already.</exception>
    public Correction Retire(Rationale rationale, DateOnly today, DateTime now) =>
        EndAs(GoalState.Retired, CorrectionKind.Retire, rationale, today, now);

    /// <summary>The goal is reached.</summary>
    /// <exception cref="DomainRuleException">The goal has ended already.</exception>
    public Correction Achieve(Rationale rationale, DateOnly today, DateTime now) =>
        EndAs(GoalState.Achieved, CorrectionKind.Achieve, rationale, today, now);

    private Correction EndAs(GoalState state, CorrectionKind kind, Rationale rationale, DateOnly today, DateTime now)
    {
        RequireNotEnded();
        var before = new ChangeSet.GoalChangeTracker(this);
        (State, PausedUntil, EndedOn) = (state, null, today);
        return CreateCorrection(kind, before, rationale, today, now);
    }

    private Correction CreateCorrection(
        CorrectionKind kind,
        ChangeSet.GoalChangeTracker before,
        Rationale rationale,
        DateOnly today,
        DateTime now
    ) => new(this, kind, rationale, new ChangeSet([before.GetChange()]), today, now);

    private PlanTask OpenTask(Guid id) =>
        tasks.FirstOrDefault(task => task.Id == id && task.TrashedAt is null && !task.IsDone)
        ?? throw new DomainRuleException(
            "",
            "One of the tasks is already done or no longer exists. Please check your changes and try again."
        );
}
