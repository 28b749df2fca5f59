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
        var before = new Footprint.Look(this);
        Target = target == Target ? target : Limits.CheckFuture(target, today, nameof(Target));
        foreach (var (id, date) in dates)
        {
            var milestone = milestones.FirstOrDefault(milestone => milestone.Id == id && milestone.TrashedAt is null)
                ?? throw new RuleBroken("", "One of the milestones is no longer there. Please look again.");
            milestone.Edit(milestone.Title, date, today);
        }

        return Corrected(CorrectionKind.Reschedule, before, because, today, now);
    }

    /// <summary>Drops open tasks to Trash, makes others lead to another milestone (or to none), and gives some a smaller estimate.</summary>
    /// <exception cref="RuleBroken">Nothing was chosen, a task or milestone is none of this goal's, an estimate is not smaller, or the goal has ended.</exception>
    public Correction Rescope(
        IReadOnlySet<Guid> drop, IReadOnlyDictionary<Guid, Guid?> move, Because because, DateOnly today, DateTime now, IReadOnlyDictionary<Guid, int>? shrink = null)
    {
        RequireAlive();
        if (drop.Count + move.Count + (shrink?.Count ?? 0) == 0)
        {
            throw new RuleBroken("", "Choose at least one task to drop, to make smaller or to move.");
        }

        var before = new Footprint.Look(this);

        foreach (var id in drop)
        {
            OpenTask(id).Trash(now);
        }

        foreach (var (id, milestoneId) in move)
        {
            OpenTask(id).LeadTo(RequireOwn(milestoneId));
        }

        foreach (var (id, minutes) in shrink ?? new Dictionary<Guid, int>())
        {
            OpenTask(id).Shrink(minutes);
        }

        return Corrected(CorrectionKind.Rescope, before, because, today, now);
    }

    /// <summary>Rests the goal until a day on which it resumes by itself. A paused goal is never late.</summary>
    /// <exception cref="RuleBroken">The goal is not active, or the day does not lie ahead.</exception>
    public Correction Pause(DateOnly until, Because because, DateOnly today, DateTime now)
    {
        if (State != GoalState.Active)
        {
            throw new RuleBroken("", "Only an active goal can be paused.");
        }

        var before = new Footprint.Look(this);
        PausedUntil = Limits.CheckFuture(until, today, "Until");
        State = GoalState.Paused;
        return Corrected(CorrectionKind.Pause, before, because, today, now);
    }

    /// <summary>Takes a paused or ended goal up again.</summary>
    /// <exception cref="RuleBroken">The goal is active.</exception>
    public Correction Resume(Because because, DateOnly today, DateTime now)
    {
        if (State == GoalState.Active)
        {
            throw new RuleBroken("", "This goal is active already.");
        }

        var before = new Footprint.Look(this);
        (State, PausedUntil, EndedOn, StartedOn) = (GoalState.Active, null, null, today);
        return Corrected(CorrectionKind.Resume, before, because, today, now);
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
        var before = new Footprint.Look(this);
        (State, PausedUntil, EndedOn) = (state, null, today);
        return Corrected(kind, before, because, today, now);
    }

    private Correction Corrected(CorrectionKind kind, Footprint.Look before, Because because, DateOnly today, DateTime now) =>
        new(this, kind, because, new Footprint([before.Mark()]), today, now);

    private PlanTask OpenTask(Guid id) =>
        tasks.FirstOrDefault(task => task.Id == id && task.TrashedAt is null && !task.IsDone)
        ?? throw new RuleBroken("", "One of the tasks is done or no longer there. Please look again.");
}
