using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

public static class PlanRules
{
    /// <summary>Minutes over capacity that are not worth a prompt.</summary>
    public const int ToleratedMinutes = 30;

    public static IEnumerable<RuleFinding> Evaluate(RuleContext ruleContext) =>
        [
            .. FindMissedMilestones(ruleContext),
            .. FindDueTripwires(ruleContext),
            .. FindOvercommittedWeeks(ruleContext),
        ];

    // A milestone is missed only after a working day has passed since its date
    private static IEnumerable<RuleFinding> FindMissedMilestones(RuleContext ruleContext)
    {
        var missed = ruleContext.PassedMilestones.Where(milestone =>
            !Milestone.IsReached(null, milestone.Open, milestone.Done)
            && ruleContext.WorkCalendar.WorkingDaysBetween(milestone.Date, ruleContext.Today) > 0
        );
        foreach (
            var goal in missed.GroupBy(milestone => milestone.GoalId).Where(goal => IsActive(ruleContext, goal.Key))
        )
        {
            var first = goal.MinBy(milestone => (milestone.Date, milestone.Id))!;
            yield return new RuleFinding(
                PromptRule.MilestoneMissed,
                goal.Key,
                new MissedMilestoneEvidence(
                    first.Id,
                    first.Title,
                    first.Date,
                    first.Open,
                    first.OpenMinutes,
                    goal.Count() - 1
                ),
                first.Id
            );
        }
    }

    // A failed tripwire keeps its prompt open until a decision, but does not raise a new one
    private static IEnumerable<RuleFinding> FindDueTripwires(RuleContext ruleContext) =>
        ruleContext
            .Tripwires.Where(tripwire =>
                tripwire.CheckOn <= ruleContext.Today && IsActive(ruleContext, tripwire.GoalId)
            )
            .Select(tripwire => new RuleFinding(
                PromptRule.TripwireReached,
                tripwire.GoalId,
                new TripwireEvidence(
                    tripwire.Id,
                    tripwire.Premise,
                    tripwire.Test,
                    tripwire.FallbackPlan,
                    tripwire.CheckOn,
                    tripwire.FailedOn
                ),
                tripwire.Id,
                CanRaisePrompt: tripwire.FailedOn is null
            ));

    private static IEnumerable<RuleFinding> FindOvercommittedWeeks(RuleContext ruleContext)
    {
        var thisWeek = IsoWeek.Monday(ruleContext.Today);
        var overloadedWeeks = ruleContext
            .Loads.Where(load =>
                load.Week > thisWeek
                && load.Week <= thisWeek.AddDays(7 * RuleContext.WeeksAhead)
                && IsActive(ruleContext, load.GoalId)
            )
            .GroupBy(load => load.Week)
            .Select(week =>
                (
                    Week: week.Key,
                    Load: week.Sum(load => load.Minutes),
                    Available: AvailableMinutes(ruleContext, week.Key),
                    LargestGoalId: week.GroupBy(load => load.GoalId).MaxBy(goal => goal.Sum(load => load.Minutes))!.Key
                )
            )
            .Where(week => week.Load >= week.Available + ToleratedMinutes)
            .OrderBy(week => week.Week)
            .ToList();
        if (overloadedWeeks.Count > 0)
        {
            var (week, load, fits, most) = overloadedWeeks[0];
            var goal = ruleContext.GoalStatuses.First(goalStatus => goalStatus.Facts.Id == most).Facts;
            yield return new RuleFinding(
                PromptRule.Overcommitted,
                null,
                new OvercommitmentEvidence(week, load, fits, overloadedWeeks.Count, goal.Id, goal.Title)
            );
        }
    }

    private static int AvailableMinutes(RuleContext ruleContext, DateOnly week) =>
        Capacity.ProrateMinutes(
            Capacity.WeeklyMinutesOn(ruleContext.Capacities, week.AddDays(6)),
            ruleContext.WorkCalendar.WorkingDaysBetween(week.AddDays(-1), week.AddDays(6))
        );

    private static bool IsActive(RuleContext ruleContext, Guid goalId) =>
        ruleContext.ActiveGoals.Any(goalStatus => goalStatus.Facts.Id == goalId);
}
