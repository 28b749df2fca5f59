using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>
/// A premise that a goal rests on, with a day and a test: "no interview by 1 March: take path B". Set in calm, so that
/// nobody has to notice by themselves when it is time to think again.
/// </summary>
public sealed class Tripwire : OwnedEntity, ITrashable, IVersioned
{
    private Tripwire() { }

    /// <exception cref="DomainRuleException">A text is missing or too long, the day does not lie ahead, or the goal has ended.</exception>
    public Tripwire(Goal goal, string? premise, string? test, string? otherwise, DateOnly on, DateOnly today)
        : base(goal.OwnerId)
    {
        goal.RequireNotEnded();
        GoalId = goal.Id;
        Edit(premise, test, otherwise, on, today);
    }

    public Guid GoalId { get; private set; }

    /// <summary>What has to be true for the goal to make sense.</summary>
    public string Premise { get; private set; } = "";

    /// <summary>What shows that it is.</summary>
    public string Test { get; private set; } = "";

    /// <summary>What to do if it is not.</summary>
    public string? Otherwise { get; private set; }

    /// <summary>The day on which it asks.</summary>
    public DateOnly On { get; private set; }

    public TripwireState State { get; private set; }

    /// <summary>The day on which the person said how it is.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="DomainRuleException">A text is missing or too long, or a new day does not lie ahead.</exception>
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

    /// <summary>The premise holds: nothing more is asked.</summary>
    public void MarkHeld(DateOnly today) => (State, AnsweredOn) = (TripwireState.Held, today);

    /// <summary>The premise does not hold.</summary>
    public void MarkFailed(DateOnly today) => (State, AnsweredOn) = (TripwireState.Failed, today);

    /// <summary>Nothing has been said of it yet.</summary>
    public void ResetToPending() => (State, AnsweredOn) = (TripwireState.Pending, null);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;
}
