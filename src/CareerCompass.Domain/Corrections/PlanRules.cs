using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the dates in the plan and on the calendar call for.</summary>
public static class PlanRules
{
    /// <summary>Minutes beyond what fits in a week that are not worth a word.</summary>
    public const int Slack = 30;

    public static IEnumerable<RuleFinding> Evaluate(RuleContext ruleContext) => [.. Milestones(ruleContext), .. Tripwires(ruleContext), .. Weeks(ruleContext)];

    // A day off is no day on which it could have been reached
    private static IEnumerable<RuleFinding> Milestones(RuleContext ruleContext)
    {
        var missed = ruleContext.Passed.Where(stop => !Milestone.IsReached(null, stop.Open, stop.Done) && ruleContext.WorkCalendar.WorkingDaysBetween(stop.Date, ruleContext.Today) > 0);
        foreach (var goal in missed.GroupBy(stop => stop.GoalId).Where(goal => IsActive(ruleContext, goal.Key)))
        {
            var first = goal.MinBy(stop => (stop.Date, stop.Id))!;
            yield return new RuleFinding(
                PromptRule.MilestoneMissed, goal.Key, new MissedMilestoneEvidence(first.Id, first.Title, first.Date, first.Open, first.OpenMinutes, goal.Count() - 1), first.Id);
        }
    }

    // One that was told to have failed asks on until something is decided, but does not ask anew
    private static IEnumerable<RuleFinding> Tripwires(RuleContext ruleContext) =>
        ruleContext.Tripwires.Where(wire => wire.On <= ruleContext.Today && IsActive(ruleContext, wire.GoalId)).Select(wire => new RuleFinding(
            PromptRule.TripwireReached, wire.GoalId, new TripwireEvidence(wire.Id, wire.Premise, wire.Test, wire.Otherwise, wire.On, wire.FailedOn), wire.Id, CanRaisePrompt: wire.FailedOn is null));

    private static IEnumerable<RuleFinding> Weeks(RuleContext ruleContext)
    {
        var thisWeek = IsoWeek.Monday(ruleContext.Today);
        var full = ruleContext.Loads.Where(load => load.Week > thisWeek && load.Week <= thisWeek.AddDays(7 * RuleContext.WeeksAhead) && IsActive(ruleContext, load.GoalId))
            .GroupBy(load => load.Week)
            .Select(week => (Week: week.Key, Load: week.Sum(load => load.Minutes), Fits: Fits(ruleContext, week.Key), Most: week.GroupBy(load => load.GoalId).MaxBy(goal => goal.Sum(load => load.Minutes))!.Key))
            .Where(week => week.Load >= week.Fits + Slack).OrderBy(week => week.Week).ToList();
        if (full.Count > 0)
        {
            var (week, load, fits, most) = full[0];
            var goal = ruleContext.GoalStatuses.First(goalStatus => goalStatus.Facts.Id == most).Facts;
            yield return new RuleFinding(PromptRule.Overcommitted, null, new OvercommitmentEvidence(week, load, fits, full.Count, goal.Id, goal.Title));
        }
    }

    // As a lay-out reckons
    private static int Fits(RuleContext ruleContext, DateOnly week) =>
        Capacity.ProrateMinutes(Capacity.WeeklyMinutesOn(ruleContext.Capacities, week.AddDays(6)), ruleContext.WorkCalendar.WorkingDaysBetween(week.AddDays(-1), week.AddDays(6)));

    private static bool IsActive(RuleContext ruleContext, Guid goalId) => ruleContext.ActiveGoals.Any(goalStatus => goalStatus.Facts.Id == goalId);
}
