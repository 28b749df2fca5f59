using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

/// <summary>What a goal's course itself calls for.</summary>
public static class GoalStatusRules
{
    /// <summary>A goal that will be done so many days before its target, even in a slow run, could aim higher.</summary>
    public const int EarlyDays = 28;

    /// <summary>The least that has to be done before "early" says anything: a fresh plan is always short.</summary>
    public const double EarlyProgress = 0.5;

    /// <summary>With estimates missing for one task in so many, the forecast is more guess than forecast.</summary>
    public const int UnestimatedShare = 3;

    public static IEnumerable<RuleFinding> Evaluate(GoalStatus goalStatus, RuleContext ruleContext)
    {
        var facts = goalStatus.Facts;
        if (FindEarlyFinish(goalStatus, ruleContext.Today) is { } early)
        {
            yield return new RuleFinding(PromptRule.DoneEarly, facts.Id, early);
        }
        else if (
            RuleFor(goalStatus) is { } rule
            && !(rule == PromptRule.NoNextStep && HasRecurringTask(facts, ruleContext))
        )
        {
            yield return new RuleFinding(rule, facts.Id, EvidenceFor(goalStatus));
        }

        if (
            goalStatus.Kind != GoalStatusKind.NoPlan
            && (facts.Open - facts.OpenEstimated) * UnestimatedShare >= facts.Open
            && facts.Open > facts.OpenEstimated
        )
        {
            yield return new RuleFinding(PromptRule.EstimateMissing, facts.Id, EvidenceFor(goalStatus));
        }
    }

    /// <summary>The rule that a goal's bearing calls for, if any.</summary>
    public static PromptRule? RuleFor(GoalStatus goalStatus) =>
        goalStatus.Kind switch
        {
            GoalStatusKind.NoPlan => goalStatus.Facts.Open > 0 ? PromptRule.EstimateMissing : PromptRule.NoNextStep,
            GoalStatusKind.Stalled => PromptRule.Stalled,
            GoalStatusKind.OffCourse => PromptRule.OffCourse,
            GoalStatusKind.Drifting => PromptRule.Drifting,
            _ => null,
        };

    public static ForecastEvidence EvidenceFor(GoalStatus goalStatus) =>
        goalStatus.ForecastEvidence with
        {
            Open = goalStatus.Facts.Open,
            Unestimated = goalStatus.Facts.Open - goalStatus.Facts.OpenEstimated,
            Done = goalStatus.Facts.Done,
            Chance = goalStatus.Forecast is { } forecast ? (int)Math.Round(100 * forecast.Chance) : null,
        };

    private static bool HasRecurringTask(GoalFacts facts, RuleContext ruleContext) =>
        ruleContext.GoalAlignments.Any(goalAlignment =>
            goalAlignment.GoalId == facts.Id && goalAlignment.HasRecurringTask
        );

    // All is done and the target lies ahead, or even a slow run ends well before it
    private static EarlyFinishEvidence? FindEarlyFinish(GoalStatus goalStatus, DateOnly today)
    {
        var facts = goalStatus.Facts;
        var (by, allDone) = (goalStatus.Forecast?.P80, facts.Open == 0 && facts.Done > 0);
        var days = facts.Target.DayNumber - (allDone ? today : by ?? facts.Target).DayNumber;
        var early = allDone
            ? days >= 0
            : goalStatus.Kind == GoalStatusKind.OnCourse
                && days >= Math.Max(EarlyDays, (facts.Target.DayNumber - facts.StartedOn.DayNumber) / 4)
                && facts.Progress >= EarlyProgress;
        return early ? new EarlyFinishEvidence(facts.Target, allDone ? null : by, facts.Done, days) : null;
    }
}
