using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>A decision to change a goal's course. Revisions it creates carry its id.</summary>
public sealed partial class Correction : OwnedEntity
{
    private Correction() { }

    /// <exception cref="DomainRuleException">A required reason is missing, or a text is too long.</exception>
    internal Correction(
        Goal goal,
        CorrectionKind kind,
        Rationale rationale,
        ChangeSet changeSet,
        DateOnly today,
        DateTime now
    )
        : base(goal.OwnerId)
    {
        (GoalId, Kind, Cause, DecidedOn, DecidedAt) = (goal.Id, kind, rationale.Cause, today, now);
        ChangeSetJson = changeSet.ToJson();
        TargetShiftDays = changeSet.Goals is [{ Before: { } before } change, ..]
            ? change.After.Target.DayNumber - before.Target.DayNumber
            : 0;
        Reason = Limits.CheckNotes(rationale.Reason, nameof(Reason));
        Lesson = Limits.CheckNotes(rationale.Lesson, nameof(Lesson));
        if (Reason is null && kind is not (CorrectionKind.Resume or CorrectionKind.Achieve or CorrectionKind.Undo))
        {
            throw new DomainRuleException(
                nameof(Reason),
                "Give a reason in one sentence. You will want to remember it later."
            );
        }
    }

    public Guid GoalId { get; private set; }

    public CorrectionKind Kind { get; private set; }

    public string? Reason { get; private set; }

    public Cause? Cause { get; private set; }

    public string? Lesson { get; private set; }

    public Guid? PromptId { get; private set; }

    public DateOnly DecidedOn { get; private set; }

    public DateTime DecidedAt { get; private set; }

    /// <summary>Days the target moved; positive is later.</summary>
    public int TargetShiftDays { get; private set; }

    /// <summary>The correction that this one undoes. A correction can be undone only once.</summary>
    public Guid? UndoneCorrectionId { get; private set; }

    internal void LinkTo(Prompt prompt) => PromptId = prompt.Id;
}
