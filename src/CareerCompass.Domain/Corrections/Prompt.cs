namespace CareerCompass.Domain.Corrections;

/// <summary>A course-correction prompt. Unique by person, rule, subject and start of its quiet period.</summary>
public sealed class Prompt : OwnedEntity
{
    public const int MaxSnoozeMonths = 12;

    private Prompt() { }

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

    /// <summary>Null when the prompt is about the person.</summary>
    public Guid? GoalId { get; private set; }

    /// <summary>The milestone or tripwire; empty when the prompt is about the whole goal or the person.</summary>
    public Guid SubjectId { get; private set; }

    public PromptRule Rule { get; private set; }

    public PromptState State { get; private set; }

    public string EvidenceJson { get; private set; } = "";

    public DateOnly QuietFrom { get; private set; }

    /// <summary>The first day on which the rule may raise it again; null in old rows.</summary>
    public DateOnly? QuietUntil { get; private set; }

    public DateOnly? SnoozedUntil { get; private set; }

    public DateTime RaisedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DeclineReason? DeclineReason { get; private set; }

    public string? Reason { get; private set; }

    public PromptEvidence Evidence => PromptEvidence.FromJson(Rule, EvidenceJson);

    /// <summary>Only valid for prompts about a goal's forecast.</summary>
    public ForecastEvidence ForecastEvidence => ForecastEvidence.FromJson(EvidenceJson);

    public bool IsWaiting => State is PromptState.Open or PromptState.Snoozed;

    /// <summary>Withdraws prompts whose rule no longer applies, reopens snoozed prompts that are due, and raises new
    /// findings unless they are in their quiet period.</summary>
    /// <param name="isDayOff">No new prompts are raised on a day off.</param>
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

    /// <exception cref="DomainRuleException">The prompt is closed, or the day is not within the next year.</exception>
    public void Snooze(DateOnly until, DateOnly today)
    {
        RequireWaiting();
        SnoozedUntil =
            until > today && until <= today.AddMonths(MaxSnoozeMonths)
                ? until
                : throw new DomainRuleException("Until", "Choose a date after today ({0}) and within a year.", today);
        State = PromptState.Snoozed;
    }

    /// <summary>Declines the prompt. Its rule stays quiet longer than usual.</summary>
    /// <exception cref="DomainRuleException">The prompt is closed, or the reason is too long.</exception>
    public void Decline(DeclineReason? because, string? reason, DateOnly today, DateTime now)
    {
        RequireWaiting();
        (DeclineReason, Reason) = (because, Limits.CheckShortText(reason, nameof(Reason)));
        Close(PromptState.Declined, now);
        QuietUntil = today.AddDays(Rule.QuietDaysAfterDecline());
    }

    public void AnswerWith(Correction correction, DateTime now)
    {
        if (IsWaiting)
        {
            correction.LinkTo(this);
            MarkAnswered(correction.DecidedOn, now);
        }
    }

    public void MarkAnswered(DateOnly today, DateTime now)
    {
        if (IsWaiting)
        {
            Close(PromptState.Answered, now);
            QuietUntil = today.AddDays(Rule.QuietDays());
        }
    }

    public void Reopen() =>
        (State, SnoozedUntil, ClosedAt, DeclineReason, Reason) = (PromptState.Open, null, null, null, null);

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

        // Pages show today's forecast, so forecast evidence is not updated
        if (ruleFinding.Evidence is not Corrections.ForecastEvidence && EvidenceJson != ruleFinding.Evidence.ToJson())
        {
            UpdateEvidence(ruleFinding.Evidence);
        }
    }

    private bool IsQuiet(DateOnly today) => IsWaiting || today < (QuietUntil ?? QuietFrom.AddDays(Rule.QuietDays()));

    /// <exception cref="DomainRuleException">The prompt is closed.</exception>
    private void RequireWaiting()
    {
        if (!IsWaiting)
        {
            throw new DomainRuleException("", "You have already decided this.");
        }
    }

    private void Close(PromptState state, DateTime now) => (State, SnoozedUntil, ClosedAt) = (state, null, now);
}
