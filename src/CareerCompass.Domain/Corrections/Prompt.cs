using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

public enum PromptState
{
    Open,

    /// <summary>Put off until a day; it comes back then if it is still so.</summary>
    Snoozed,

    /// <summary>A correction answered it.</summary>
    Answered,

    /// <summary>The person wants no change.</summary>
    Declined,

    /// <summary>What it warned of is no longer so.</summary>
    Withdrawn,
}

/// <summary>Why a person leaves things as they are.</summary>
public enum LeftBecause
{
    FineAsItIs,
    RiskAccepted,
    NumbersWrong,
    NotNow,
}

/// <summary>A course-correction prompt. Unique by person, rule, subject and start of its quiet period.</summary>
public sealed class Prompt : Owned
{
    /// <summary>The longest that a prompt can be put off.</summary>
    public const int SnoozeMonths = 12;

    private Prompt()
    {
    }

    /// <param name="goalId">The goal it is about; null when it is about the person.</param>
    /// <param name="partId">The milestone or the tripwire it is about, if not the goal as a whole.</param>
    public Prompt(Guid ownerId, Guid? goalId, PromptRule rule, Grounds grounds, DateOnly today, DateTime now, Guid partId = default)
        : base(ownerId)
    {
        (GoalId, PartId, Rule, QuietFrom, RaisedAt) = (goalId, partId, rule, today, now);
        QuietUntil = today.AddDays(rule.QuietDays());
        EvidenceJson = grounds.Write();
    }

    /// <summary>The goal it is about; null when it is about the person.</summary>
    public Guid? GoalId { get; private set; }

    /// <summary>The milestone or the tripwire it is about; empty when it is the goal (or the person) as a whole.</summary>
    public Guid PartId { get; private set; }

    public PromptRule Rule { get; private set; }

    public PromptState State { get; private set; }

    public string EvidenceJson { get; private set; } = "";

    /// <summary>The person's day on which its quiet period starts.</summary>
    public DateOnly QuietFrom { get; private set; }

    /// <summary>The first day on which its rule may raise it anew; null in rows from before there was such a day.</summary>
    public DateOnly? QuietUntil { get; private set; }

    /// <summary>The day on which it comes back.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    public DateTime RaisedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why the person left things as they are, in one tap.</summary>
    public LeftBecause? LeftBecause { get; private set; }

    /// <summary>The same in their words.</summary>
    public string? Reason { get; private set; }

    public Grounds Grounds => Grounds.Read(Rule, EvidenceJson);

    /// <summary>The numbers of a goal's course. Only prompts about it have them.</summary>
    public Evidence Evidence => Evidence.Read(EvidenceJson);

    /// <summary>Whether it waits for the person, now or on a later day.</summary>
    public bool IsWaiting => State is PromptState.Open or PromptState.Snoozed;

    /// <summary>
    /// What a look does: withdraws the prompts whose rule no longer applies, brings back those whose day has come, and
    /// raises the rest of what was found unless its quiet period lasts.
    /// </summary>
    /// <param name="recent">The person's prompts that wait or whose quiet period lasts.</param>
    /// <param name="dayOff">Nobody is asked anything new on a day off.</param>
    public static IReadOnlyList<Prompt> Look(
        Guid ownerId, IReadOnlyList<Finding> findings, IReadOnlyCollection<Prompt> recent, DateOnly today, DateTime now, bool dayOff = false)
    {
        foreach (var prompt in recent.Where(prompt => prompt.IsWaiting))
        {
            prompt.Meet(findings.FirstOrDefault(finding => finding.IsOf(prompt)), today, now);
        }

        return dayOff ? [] :
        [
            .. findings.Where(finding => finding.Raises && !recent.Any(prompt => finding.IsOf(prompt) && prompt.IsQuiet(today)))
                .Select(finding => new Prompt(ownerId, finding.GoalId, finding.Rule, finding.Grounds, today, now, finding.PartId)),
        ];
    }

    /// <summary>Puts it off; it comes back on that day if it is still so.</summary>
    /// <exception cref="RuleBroken">It is closed, or the day does not lie ahead within a year.</exception>
    public void Snooze(DateOnly until, DateOnly today)
    {
        RequireWaiting();
        SnoozedUntil = until > today && until <= today.AddMonths(SnoozeMonths)
            ? until
            : throw new RuleBroken("Until", "Give a day after today, {0}, within a year.", today);
        State = PromptState.Snoozed;
    }

    /// <summary>The person wants no change: its rule keeps quiet for longer than usual.</summary>
    /// <exception cref="RuleBroken">It is closed, or the reason is too long.</exception>
    public void Decline(LeftBecause? because, string? reason, DateOnly today, DateTime now)
    {
        RequireWaiting();
        (LeftBecause, Reason) = (because, Limits.CheckLine(reason, nameof(Reason)));
        Close(PromptState.Declined, now);
        QuietUntil = today.AddDays(Rule.DeclinedDays());
    }

    /// <summary>A correction of its goal was made because of it.</summary>
    public void Answer(Correction correction, DateTime now)
    {
        if (IsWaiting)
        {
            correction.Answers(this);
            Settle(correction.On, now);
        }
    }

    /// <summary>What it asked has been answered, in another way than by a correction.</summary>
    public void Settle(DateOnly today, DateTime now)
    {
        if (IsWaiting)
        {
            Close(PromptState.Answered, now);
            QuietUntil = today.AddDays(Rule.QuietDays());
        }
    }

    /// <summary>It waits once more, whatever was decided.</summary>
    public void Reopen() => (State, SnoozedUntil, ClosedAt, LeftBecause, Reason) = (PromptState.Open, null, null, null, null);

    /// <summary>It has newer numbers.</summary>
    public void Tell(Grounds grounds) => EvidenceJson = grounds.Write();

    private void Meet(Finding? finding, DateOnly today, DateTime now)
    {
        if (finding is null)
        {
            Close(PromptState.Withdrawn, now);
            return;
        }

        if (SnoozedUntil <= today)
        {
            Reopen();
        }

        // Of a goal's course a page tells today's numbers anyway
        if (finding.Grounds is not Corrections.Evidence && EvidenceJson != finding.Grounds.Write())
        {
            Tell(finding.Grounds);
        }
    }

    private bool IsQuiet(DateOnly today) => IsWaiting || today < (QuietUntil ?? QuietFrom.AddDays(Rule.QuietDays()));

    /// <exception cref="RuleBroken">It is closed.</exception>
    private void RequireWaiting()
    {
        if (!IsWaiting)
        {
            throw new RuleBroken("", "This has been dealt with already.");
        }
    }

    private void Close(PromptState state, DateTime now) => (State, SnoozedUntil, ClosedAt) = (state, null, now);
}
