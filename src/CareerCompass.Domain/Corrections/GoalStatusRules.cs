using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

public static class GoalStatusRules
{
    /// <summary>Days between the P80 date and the target from which a goal counts as early.</summary>
    public const int EarlyDays = 28;

    /// <summary>Minimum progress, 0 to 1, before a goal counts as early: new plans are often incomplete.</summary>
    public const double EarlyProgress = 0.5;

    /// <summary>The forecast is unreliable when at least one open task in this many has no estimate.</summary>
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
            // One bad look may be chance; two a week apart are worth a decision
            var mustPersist = rule is PromptRule.OffCourse or PromptRule.Drifting;
            yield return new RuleFinding(
                rule,
                facts.Id,
                EvidenceFor(goalStatus),
                CanRaisePrompt: !mustPersist || ruleContext.OffCourseBefore.Contains(facts.Id)
            );
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

    // Early: everything is done before the target, or P80 is well before it
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
