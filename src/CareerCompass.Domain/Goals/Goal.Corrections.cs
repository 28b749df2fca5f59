using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <exception cref="DomainRuleException">A date or milestone is invalid, or the goal has ended.</exception>
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

    /// <summary>Trashes open tasks, moves others to another milestone (or none), and reduces estimates.</summary>
    /// <exception cref="DomainRuleException">Nothing was chosen, a task or milestone belongs to another goal, an
    /// estimate is not reduced, or the goal has ended.</exception>
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

    /// <summary>Pauses the goal until it resumes automatically. A paused goal is never late.</summary>
    /// <exception cref="DomainRuleException">The goal is not active, or the date is not in the future.</exception>
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

    /// <summary>Resumes a paused or ended goal.</summary>
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

    public bool ResumeIfPauseEnded(DateOnly today)
    {
        if (State != GoalState.Paused || PausedUntil > today)
        {
            return false;
        }

        (State, PausedUntil, StartedOn) = (GoalState.Active, null, today);
        return true;
    }

    public Correction Retire(Rationale rationale, DateOnly today, DateTime now) =>
        EndAs(GoalState.Retired, CorrectionKind.Retire, rationale, today, now);

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
