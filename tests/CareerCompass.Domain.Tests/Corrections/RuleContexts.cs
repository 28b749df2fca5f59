using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

internal static class RuleContexts
{
    public static readonly IReadOnlyList<WeekMinutes> FiveHours = [new(Sample.Today.AddYears(-1), 300)];

    /// <summary>Expected after eight weeks, P80 after twelve; the target is in fourteen.</summary>
    public static GoalStatus OnCourse(GoalFacts? facts = null, int p80 = 84) =>
        new(
            facts
                ?? GoalFactsBuilder.Of() with
                {
                    StartedOn = Sample.Today.AddDays(-56),
                    LastTaskDoneOn = Sample.Today.AddDays(-1),
                },
            GoalStatusKind.OnCourse,
            new Forecast(
                PlanEnd: Sample.Today.AddDays(p80 / 2),
                P10: Sample.Today.AddDays(20),
                P50: Sample.Today.AddDays(p80 * 2 / 3),
                P70: Sample.Today.AddDays(p80 - 2),
                P80: Sample.Today.AddDays(p80),
                P90: Sample.Today.AddDays(p80 + 10),
                Chance: 0.85,
                PaceMinutes: 75,
                Finished: 10,
                Unestimated: 0,
                CorrectedByGoals: 0
            ),
            1
        );

    public static GoalStatus Stand(GoalFacts facts, params DaySpan[] off) =>
        Forecasters.Plain.WithPlan(plan => plan with { DaysOff = off }).Evaluate(facts);

    public static RuleContext Of(params GoalStatus[] goalStatuses) =>
        new(Sample.Today, goalStatuses)
        {
            Capacities = FiveHours,
            OffCourseBefore = goalStatuses.Select(goalStatus => goalStatus.Facts.Id).ToHashSet(),
            GoalAlignments =
            [
                .. goalStatuses.Select(goalStatus => new RuleContext.GoalAlignment(
                    goalStatus.Facts.Id,
                    null,
                    null,
                    false,
                    null
                )),
            ],
        };

    public static RuleContext Off(this RuleContext ruleContext, int first, int last) =>
        ruleContext with
        {
            WorkCalendar = new WorkCalendar([new DaySpan(Sample.Today.AddDays(first), Sample.Today.AddDays(last))]),
        };

    public static GoalStatus Paused(this GoalStatus goalStatus) =>
        goalStatus with
        {
            Facts = goalStatus.Facts with { State = GoalState.Paused, PausedUntil = Sample.Today.AddDays(30) },
            Kind = GoalStatusKind.Paused,
            Forecast = null,
        };

    public static RuleFinding? Find(this RuleContext ruleContext, PromptRule rule) =>
        ruleContext.EvaluateRules().SingleOrDefault(ruleFinding => ruleFinding.Rule == rule);

    public static T Tell<T>(this RuleContext ruleContext, PromptRule rule)
        where T : PromptEvidence
    {
        var ruleFinding = ruleContext.Find(rule);
        Assert.NotNull(ruleFinding);
        return Assert.IsType<T>(PromptEvidence.FromJson(rule, ruleFinding.Evidence.ToJson()));
    }

    public static AttentionBreakdown.FocusAreaShare Area(string name, int share) =>
        new(Guid.CreateVersion7(), name, share);
}
