namespace CareerCompass.Domain.Goals;

/// <summary>A person's progress through the goal setup, so that they can continue later. One per person.</summary>
public sealed class GoalSetup : OwnedEntity
{
    private GoalSetup() { }

    public GoalSetup(Guid ownerId)
        : base(ownerId) { }

    public GoalSetupStep Step { get; private set; }

    /// <summary>A catalog template's key or a personal template's id; null for a blank goal.</summary>
    public string? Template { get; private set; }

    public Guid? GoalId { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>When the setup was finished or dismissed.</summary>
    public DateTime? DoneAt { get; private set; }

    public void Begin(string? template, GoalSetupStep step, DateTime now) =>
        (Template, GoalId, Step, ChangedAt, DoneAt) = (template, null, step, now, null);

    public void AdvanceTo(GoalSetupStep step, Goal goal, DateTime now) =>
        (GoalId, Step, ChangedAt, DoneAt) = (goal.Id, step, now, null);

    public void Finish(DateTime now) => (DoneAt, ChangedAt) = (now, now);
}
