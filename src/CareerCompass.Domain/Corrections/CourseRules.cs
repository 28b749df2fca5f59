using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

/// <summary>What a goal's course itself calls for.</summary>
public static class CourseRules
{
    /// <summary>A goal that will be done so many days before its target, even in a slow run, could aim higher.</summary>
    public const int EarlyDays = 28;

    /// <summary>The least that has to be done before "early" says anything: a fresh plan is always short.</summary>
    public const double EarlyProgress = 0.5;

    /// <summary>With estimates missing for one task in so many, the forecast is more guess than forecast.</summary>
    public const int UnestimatedShare = 3;

    public static IEnumerable<Finding> Of(Standing standing, Situation situation)
    {
        var facts = standing.Facts;
        if (Early(standing, situation.Today) is { } early)
        {
            yield return new Finding(PromptRule.DoneEarly, facts.Id, early);
        }
        else if (RuleOf(standing) is { } rule && !(rule == PromptRule.NoNextStep && Repeats(facts, situation)))
        {
            yield return new Finding(rule, facts.Id, GroundsOf(standing));
        }

        if (standing.Bearing != Bearing.NoRoute && (facts.Open - facts.OpenEstimated) * UnestimatedShare >= facts.Open && facts.Open > facts.OpenEstimated)
        {
            yield return new Finding(PromptRule.EstimateMissing, facts.Id, GroundsOf(standing));
        }
    }

    /// <summary>The rule that a goal's bearing calls for, if any.</summary>
    public static PromptRule? RuleOf(Standing standing) => standing.Bearing switch
    {
        Bearing.NoRoute => standing.Facts.Open > 0 ? PromptRule.EstimateMissing : PromptRule.NoNextStep,
        Bearing.Stalled => PromptRule.Stalled,
        Bearing.OffCourse => PromptRule.OffCourse,
        Bearing.Drifting => PromptRule.Drifting,
        _ => null,
    };

    public static Evidence GroundsOf(Standing standing) => standing.Evidence with
    {
        Open = standing.Facts.Open,
        Unestimated = standing.Facts.Open - standing.Facts.OpenEstimated,
        Done = standing.Facts.Done,
        Chance = standing.Forecast is { } forecast ? (int)Math.Round(100 * forecast.Chance) : null,
    };

    private static bool Repeats(GoalFacts facts, Situation situation) => situation.Aims.Any(aim => aim.GoalId == facts.Id && aim.HasSeries);

    // All is done and the target lies ahead, or even a slow run ends well before it
    private static EarlyFinish? Early(Standing standing, DateOnly today)
    {
        var facts = standing.Facts;
        var (by, allDone) = (standing.Forecast?.P80, facts.Open == 0 && facts.Done > 0);
        var days = facts.Target.DayNumber - (allDone ? today : by ?? facts.Target).DayNumber;
        var early = allDone
            ? days >= 0
            : standing.Bearing == Bearing.OnCourse && days >= Math.Max(EarlyDays, (facts.Target.DayNumber - facts.StartedOn.DayNumber) / 4) && facts.Progress >= EarlyProgress;
        return early ? new EarlyFinish(facts.Target, allDone ? null : by, facts.Done, days) : null;
    }
}
