using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>A premise of a goal, with a date and a test: "no interview by 1 March: take path B".</summary>
public sealed class Tripwire : OwnedEntity, ITrashable, IVersioned
{
    private Tripwire() { }

    /// <exception cref="DomainRuleException">A text or the date is invalid, or the goal has ended.</exception>
    public Tripwire(Goal goal, string? premise, string? test, string? otherwise, DateOnly on, DateOnly today)
        : base(goal.OwnerId)
    {
        goal.RequireNotEnded();
        GoalId = goal.Id;
        Edit(premise, test, otherwise, on, today);
    }

    public Guid GoalId { get; private set; }

    public string Premise { get; private set; } = "";

    public string Test { get; private set; } = "";

    /// <summary>What to do if the premise fails.</summary>
    public string? Otherwise { get; private set; }

    public DateOnly On { get; private set; }

    public TripwireState State { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="DomainRuleException">A text is invalid, or a new date is not in the future.</exception>
    public void Edit(string? premise, string? test, string? otherwise, DateOnly on, DateOnly today)
    {
        Premise = Limits.CheckTitle(premise, nameof(Premise));
        Test = Limits.CheckTitle(test, nameof(Test));
        Otherwise = Limits.CheckShortText(otherwise, nameof(Otherwise));
        if (on != On)
        {
            On = Limits.CheckFutureDate(on, today, nameof(On));
            ResetToPending();
        }
    }

    public void MarkHeld(DateOnly today) => (State, AnsweredOn) = (TripwireState.Held, today);

    public void MarkFailed(DateOnly today) => (State, AnsweredOn) = (TripwireState.Failed, today);

    public void ResetToPending() => (State, AnsweredOn) = (TripwireState.Pending, null);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;
}
