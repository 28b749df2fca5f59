using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the dates in the plan and on the calendar call for.</summary>
public static class PlanRules
{
    /// <summary>Minutes beyond what fits in a week that are not worth a word.</summary>
    public const int Slack = 30;

    public static IEnumerable<Finding> Of(Situation situation) => [.. Milestones(situation), .. Tripwires(situation), .. Weeks(situation)];

    // A day off is no day on which it could have been reached
    private static IEnumerable<Finding> Milestones(Situation situation)
    {
        var missed = situation.Passed.Where(stop => !Milestone.IsReached(null, stop.Open, stop.Done) && situation.Seasons.DaysAtWork(stop.Date, situation.Today) > 0);
        foreach (var goal in missed.GroupBy(stop => stop.GoalId).Where(goal => IsActive(situation, goal.Key)))
        {
            var first = goal.MinBy(stop => (stop.Date, stop.Id))!;
            yield return new Finding(
                PromptRule.MilestoneMissed, goal.Key, new MissedMilestone(first.Id, first.Title, first.Date, first.Open, first.OpenMinutes, goal.Count() - 1), first.Id);
        }
    }

    // One that was told to have failed asks on until something is decided, but does not ask anew
    private static IEnumerable<Finding> Tripwires(Situation situation) =>
        situation.Tripwires.Where(wire => wire.On <= situation.Today && IsActive(situation, wire.GoalId)).Select(wire => new Finding(
            PromptRule.TripwireReached, wire.GoalId, new Premise(wire.Id, wire.Premise, wire.Test, wire.Otherwise, wire.On, wire.FailedOn), wire.Id, Raises: wire.FailedOn is null));

    private static IEnumerable<Finding> Weeks(Situation situation)
    {
        var thisWeek = IsoWeek.Monday(situation.Today);
        var full = situation.Loads.Where(load => load.Week > thisWeek && load.Week <= thisWeek.AddDays(7 * Situation.WeeksAhead) && IsActive(situation, load.GoalId))
            .GroupBy(load => load.Week)
            .Select(week => (Week: week.Key, Load: week.Sum(load => load.Minutes), Fits: Fits(situation, week.Key), Most: week.GroupBy(load => load.GoalId).MaxBy(goal => goal.Sum(load => load.Minutes))!.Key))
            .Where(week => week.Load >= week.Fits + Slack).OrderBy(week => week.Week).ToList();
        if (full.Count > 0)
        {
            var (week, load, fits, most) = full[0];
            var goal = situation.Standings.First(standing => standing.Facts.Id == most).Facts;
            yield return new Finding(PromptRule.Overcommitted, null, new FullWeek(week, load, fits, full.Count, goal.Id, goal.Title));
        }
    }

    // As a lay-out reckons
    private static int Fits(Situation situation, DateOnly week) =>
        Capacity.Within(Capacity.On(situation.Hours, week.AddDays(6)), situation.Seasons.DaysAtWork(week.AddDays(-1), week.AddDays(6)));

    private static bool IsActive(Situation situation, Guid goalId) => situation.Active.Any(standing => standing.Facts.Id == goalId);
}
