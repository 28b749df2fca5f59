namespace CareerCompass.Domain.Goals;

/// <summary>How far a person has come on the guided way to a goal, so that they can go on where they left. One a person.</summary>
public sealed class GoalSetup : OwnedEntity
{
    private GoalSetup() { }

    public GoalSetup(Guid ownerId)
        : base(ownerId) { }

    /// <summary>The step that comes next.</summary>
    public GoalSetupStep Step { get; private set; }

    /// <summary>What the goal starts from: the key of a shipped template, or the id of one of the person's own; null for a blank one.</summary>
    public string? Template { get; private set; }

    /// <summary>The goal, once it is set.</summary>
    public Guid? GoalId { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>When it was walked to its end, or waved away.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Another goal begins.</summary>
    public void Begin(string? template, GoalSetupStep step, DateTime now) =>
        (Template, GoalId, Step, ChangedAt, DoneAt) = (template, null, step, now, null);

    public void AdvanceTo(GoalSetupStep step, Goal goal, DateTime now) =>
        (GoalId, Step, ChangedAt, DoneAt) = (goal.Id, step, now, null);

    public void Finish(DateTime now) => (DoneAt, ChangedAt) = (now, now);
}
