using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>The verbs by which a person changes a goal's course.</summary>
public sealed partial class Goal
{
    /// <summary>Moves the target and the dates of milestones. Milestones that are not named stay.</summary>
    /// <exception cref="RuleBroken">A date is absurd, a milestone is none of this goal's, or the goal has ended.</exception>
    public Correction Reschedule(DateOnly target, IReadOnlyDictionary<Guid, DateOnly> dates, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        Target = target == Target ? target : Limits.CheckFuture(target, today, nameof(Target));
        foreach (var (id, date) in dates)
        {
            var milestone = milestones.FirstOrDefault(milestone => milestone.Id == id && milestone.TrashedAt is null)
                ?? throw new RuleBroken("", "One of the milestones is no longer there. Please look again.");
            milestone.Edit(milestone.Title, date, today);
        }

        return new Correction(this, CorrectionKind.Reschedule, because, today, now);
    }

    /// <summary>Drops open tasks to Trash and makes others lead to another milestone (or to none).</summary>
    /// <exception cref="RuleBroken">Nothing was chosen, a task or milestone is none of this goal's, or the goal has ended.</exception>
    public Correction Rescope(IReadOnlySet<Guid> drop, IReadOnlyDictionary<Guid, Guid?> move, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        if (drop.Count + move.Count == 0)
        {
            throw new RuleBroken("", "Choose at least one task to drop or to move.");
        }

        foreach (var id in drop)
        {
            OpenTask(id).Trash(now);
        }

        foreach (var (id, milestoneId) in move)
        {
            OpenTask(id).LeadTo(RequireOwn(milestoneId));
        }

        return new Correction(this, CorrectionKind.Rescope, because, today, now);
    }

    /// <summary>Rests the goal until a day on which it resumes by itself. A paused goal is never late.</summary>
    /// <exception cref="RuleBroken">The goal is not active, or the day does not lie ahead.</exception>
    public Correction Pause(DateOnly until, Because because, DateOnly today, DateTime now)
    {
        if (State != GoalState.Active)
        {
            throw new RuleBroken("", "Only an active goal can be paused.");
        }

        PausedUntil = Limits.CheckFuture(until, today, "Until");
        State = GoalState.Paused;
        return new Correction(this, CorrectionKind.Pause, because, today, now);
    }

    /// <summary>Takes a paused or ended goal up again.</summary>
    /// <exception cref="RuleBroken">The goal is active.</exception>
    public Correction Resume(Because because, DateOnly today, DateTime now)
    {
        if (State == GoalState.Active)
        {
            throw new RuleBroken("", "This goal is active already.");
        }

        (State, PausedUntil, EndedOn, StartedOn) = (GoalState.Active, null, null, today);
        return new Correction(this, CorrectionKind.Resume, because, today, now);
    }

    /// <summary>Resumes the goal if it is paused and the day has come on which that ends.</summary>
    /// <returns>Whether it did.</returns>
    public bool EndPause(DateOnly today)
    {
        if (State != GoalState.Paused || PausedUntil > today)
        {
            return false;
        }

        (State, PausedUntil, StartedOn) = (GoalState.Active, null, today);
        return true;
    }

    /// <summary>Stops pursuing the goal.</summary>
    /// <exception cref="RuleBroken">The goal has ended already.</exception>
    public Correction Retire(Because because, DateOnly today, DateTime now) => End(GoalState.Retired, CorrectionKind.Retire, because, today, now);

    /// <summary>The goal is reached.</summary>
    /// <exception cref="RuleBroken">The goal has ended already.</exception>
    public Correction Achieve(Because because, DateOnly today, DateTime now) => End(GoalState.Achieved, CorrectionKind.Achieve, because, today, now);

    private Correction End(GoalState state, CorrectionKind kind, Because because, DateOnly today, DateTime now)
    {
        RequireAlive();
        (State, PausedUntil, EndedOn) = (state, null, today);
        return new Correction(this, kind, because, today, now);
    }

    private PlanTask OpenTask(Guid id) =>
        tasks.FirstOrDefault(task => task.Id == id && task.TrashedAt is null && !task.IsDone)
        ?? throw new RuleBroken("", "One of the tasks is done or no longer there. Please look again.");
}
