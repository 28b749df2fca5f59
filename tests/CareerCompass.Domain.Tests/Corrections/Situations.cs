using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

/// <summary>A person on a day, with little to say about them.</summary>
internal static class Situations
{
    public static readonly IReadOnlyList<WeekMinutes> FiveHours = [new(Some.Today.AddYears(-1), 300)];

    /// <summary>Expected after eight weeks, after twelve in a slow run; the target is in fourteen.</summary>
    public static GoalStatus OnCourse(GoalFacts? facts = null, int p80 = 84) => new(
        facts ?? Facts.Of() with { StartedOn = Some.Today.AddDays(-56), LastTaskDoneOn = Some.Today.AddDays(-1) }, GoalStatusKind.OnCourse,
        new Forecast(Some.Today.AddDays(20), Some.Today.AddDays(p80 * 2 / 3), Some.Today.AddDays(p80), Some.Today.AddDays(p80 + 10), 0.85, 75, 10), 1);

    public static GoalStatus Stand(GoalFacts facts, params DaySpan[] off) => GoalStatus.Evaluate(facts, Outlooks.Plain.With(outlook => outlook with { DaysOff = off }));

    public static RuleContext Of(params GoalStatus[] goalStatuses) => new(Some.Today, goalStatuses)
    {
        Capacities = FiveHours,
        GoalAlignments = [.. goalStatuses.Select(goalStatus => new RuleContext.GoalAlignment(goalStatus.Facts.Id, null, null, false, null))],
    };

    public static RuleContext Off(this RuleContext ruleContext, int first, int last) =>
        ruleContext with { WorkCalendar = new WorkCalendar([new DaySpan(Some.Today.AddDays(first), Some.Today.AddDays(last))]) };

    public static GoalStatus Paused(this GoalStatus goalStatus) =>
        goalStatus with { Facts = goalStatus.Facts with { State = GoalState.Paused, PausedUntil = Some.Today.AddDays(30) }, Kind = GoalStatusKind.Paused, Forecast = null };

    /// <summary>The one finding of a rule; null when it has none.</summary>
    public static RuleFinding? Find(this RuleContext ruleContext, PromptRule rule) => ruleContext.EvaluateRules().SingleOrDefault(ruleFinding => ruleFinding.Rule == rule);

    public static T Tell<T>(this RuleContext ruleContext, PromptRule rule)
        where T : PromptEvidence
    {
        var ruleFinding = ruleContext.Find(rule);
        Assert.NotNull(ruleFinding);
        return Assert.IsType<T>(PromptEvidence.FromJson(rule, ruleFinding.Evidence.ToJson()));
    }

    public static AttentionBreakdown.FocusAreaShare Area(string name, int share) => new(Guid.CreateVersion7(), name, share);

}
