using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

/// <summary>A course-correction prompt. Unique by person, rule, subject and start of its quiet period.</summary>
public sealed class Prompt : OwnedEntity
{
    /// <summary>The longest that a prompt can be put off.</summary>
    public const int MaxSnoozeMonths = 12;

    private Prompt() { }

    /// <param name="goalId">The goal it is about; null when it is about the person.</param>
    /// <param name="subjectId">The milestone or the tripwire it is about, if not the goal as a whole.</param>
    public Prompt(
        Guid ownerId,
        Guid? goalId,
        PromptRule rule,
        PromptEvidence evidence,
        DateOnly today,
        DateTime now,
        Guid subjectId = default
    )
        : base(ownerId)
    {
        (GoalId, SubjectId, Rule, QuietFrom, RaisedAt) = (goalId, subjectId, rule, today, now);
        QuietUntil = today.AddDays(rule.QuietDays());
        EvidenceJson = evidence.ToJson();
    }

    /// <summary>The goal it is about; null when it is about the person.</summary>
    public Guid? GoalId { get; private set; }

    /// <summary>The milestone or the tripwire it is about; empty when it is the goal (or the person) as a whole.</summary>
    public Guid SubjectId { get; private set; }

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
    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>The same in their words.</summary>
    public string? Reason { get; private set; }

    public PromptEvidence Evidence => PromptEvidence.FromJson(Rule, EvidenceJson);

    /// <summary>The numbers of a goal's course. Only prompts about it have them.</summary>
    public ForecastEvidence ForecastEvidence => ForecastEvidence.FromJson(EvidenceJson);

    /// <summary>Whether it waits for the person, now or on a later day.</summary>
    public bool IsWaiting => State is PromptState.Open or PromptState.Snoozed;

    /// <summary>
    /// What a look does: withdraws the prompts whose rule no longer applies, brings back those whose day has come, and
    /// raises the rest of what was found unless its quiet period lasts.
    /// </summary>
    /// <param name="recent">The person's prompts that wait or whose quiet period lasts.</param>
    /// <param name="isDayOff">Nobody is asked anything new on a day off.</param>
    public static IReadOnlyList<Prompt> Evaluate(
        Guid ownerId,
        IReadOnlyList<RuleFinding> ruleFindings,
        IReadOnlyCollection<Prompt> recent,
        DateOnly today,
        DateTime now,
        bool isDayOff = false
    )
    {
        foreach (var prompt in recent.Where(prompt => prompt.IsWaiting))
        {
            prompt.ReconcileWith(ruleFindings.FirstOrDefault(ruleFinding => ruleFinding.Matches(prompt)), today, now);
        }

        return isDayOff
            ? []
            :
            [
                .. ruleFindings
                    .Where(ruleFinding =>
                        ruleFinding.CanRaisePrompt
                        && !recent.Any(prompt => ruleFinding.Matches(prompt) && prompt.IsQuiet(today))
                    )
                    .Select(ruleFinding => new Prompt(
                        ownerId,
                        ruleFinding.GoalId,
                        ruleFinding.Rule,
                        ruleFinding.Evidence,
                        today,
                        now,
                        ruleFinding.SubjectId
                    )),
            ];
    }

    /// <summary>Puts it off; it comes back on that day if it is still so.</summary>
    /// <exception cref="DomainRuleException">It is closed, or the day does not lie ahead within a year.</exception>
    public void Snooze(DateOnly until, DateOnly today)
    {
        RequireWaiting();
        SnoozedUntil =
            until > today && until <= today.AddMonths(MaxSnoozeMonths)
                ? until
                : throw new DomainRuleException("Until", "Choose a date after today ({0}) and within a year.", today);
        State = PromptState.Snoozed;
    }

    /// <summary>The person wants no change: its rule keeps quiet for longer than usual.</summary>
    /// <exception cref="DomainRuleException">It is closed, or the reason is too long.</exception>
    public void Decline(DeclineReason? because, string? reason, DateOnly today, DateTime now)
    {
        RequireWaiting();
        (DeclineReason, Reason) = (because, Limits.CheckShortText(reason, nameof(Reason)));
        Close(PromptState.Declined, now);
        QuietUntil = today.AddDays(Rule.QuietDaysAfterDecline());
    }

    /// <summary>A correction of its goal was made because of it.</summary>
    public void AnswerWith(Correction correction, DateTime now)
    {
        if (IsWaiting)
        {
            correction.LinkTo(this);
            MarkAnswered(correction.DecidedOn, now);
        }
    }

    /// <summary>What it asked has been answered, in another way than by a correction.</summary>
    public void MarkAnswered(DateOnly today, DateTime now)
    {
        if (IsWaiting)
        {
            Close(PromptState.Answered, now);
            QuietUntil = today.AddDays(Rule.QuietDays());
        }
    }

    /// <summary>It waits once more, whatever was decided.</summary>
    public void Reopen() =>
        (State, SnoozedUntil, ClosedAt, DeclineReason, Reason) = (PromptState.Open, null, null, null, null);

    /// <summary>It has newer numbers.</summary>
    public void UpdateEvidence(PromptEvidence promptEvidence) => EvidenceJson = promptEvidence.ToJson();

    private void ReconcileWith(RuleFinding? ruleFinding, DateOnly today, DateTime now)
    {
        if (ruleFinding is null)
        {
            Close(PromptState.Withdrawn, now);
            return;
        }

        if (SnoozedUntil <= today)
        {
            Reopen();
        }

        // Of a goal's course a page tells today's numbers anyway
        if (ruleFinding.Evidence is not Corrections.ForecastEvidence && EvidenceJson != ruleFinding.Evidence.ToJson())
        {
            UpdateEvidence(ruleFinding.Evidence);
        }
    }

    private bool IsQuiet(DateOnly today) => IsWaiting || today < (QuietUntil ?? QuietFrom.AddDays(Rule.QuietDays()));

    /// <exception cref="DomainRuleException">It is closed.</exception>
    private void RequireWaiting()
    {
        if (!IsWaiting)
        {
            throw new DomainRuleException("", "You have already decided this.");
        }
    }

    private void Close(PromptState state, DateTime now) => (State, SnoozedUntil, ClosedAt) = (state, null, now);
}
