using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;
using CareerCompass.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>What a goal's hours a week are reckoned from.</summary>
/// <param name="Minutes">Estimated for its open tasks.</param>
/// <param name="Active">How many active goals share the person's hours.</param>
public sealed record SetupPlan(string Title, DateOnly Target, DateOnly Today, int Minutes, int Active)
{
    /// <param name="capacity">Minutes a week of the person.</param>
    public PaceEstimate At(int capacity) => new(Minutes, Math.Max(1, capacity / Math.Max(1, Active)), Today, Target);

    public static Task<SetupPlan?> OfAsync(CompassDb db, Guid goalId, DateOnly today) => db.Goals.Where(goal => goal.Id == goalId)
        .Select(goal => new SetupPlan(
            goal.Title, goal.Target, today, db.Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null && task.DoneOn == null).Sum(task => task.Estimate ?? 0),
            db.Goals.Count(other => other.State == GoalState.Active))).SingleOrDefaultAsync();
}

public static class ReckoningWords
{
    /// <summary>32 h of work at 4 h a week is 8 weeks: done about 15 May.</summary>
    public static string Sentence(this Words words, PaceEstimate paceEstimate) => words[
        "{0} of work at {1} a week is {2}: done about {3}.",
        words.Minutes(paceEstimate.Minutes), words.Minutes(paceEstimate.Pace), words.Count(paceEstimate.Weeks, "{0} week", "{0} weeks"), paceEstimate.DoneBy];

    /// <summary>You want 1 April, … and what would make it.</summary>
    public static string Verdict(this Words words, PaceEstimate paceEstimate) => paceEstimate switch
    {
        { MeetsTarget: true, DaysFromTarget: < 7 } => words["You want {0}: it just fits.", paceEstimate.Target],
        { MeetsTarget: true } => words["You want {0}: {1} to spare.", paceEstimate.Target, words.Count(paceEstimate.DaysFromTarget / 7, "{0} week", "{0} weeks")],
        { RequiredWeeklyMinutes: { } needed } => words["You want {0}. That takes {1} a week, or fewer tasks, or another date.", paceEstimate.Target, words.Minutes(needed)],
        _ => words["You wanted {0}. Choose another date.", paceEstimate.Target],
    };
}
