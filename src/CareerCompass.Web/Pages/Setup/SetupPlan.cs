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
    public PaceEstimate PaceFor(int capacity) => new(Minutes, Math.Max(1, capacity / Math.Max(1, Active)), Today, Target);

    public static Task<SetupPlan?> LoadAsync(CompassDb db, Guid goalId, DateOnly today) => db.Goals.Where(goal => goal.Id == goalId)
        .Select(goal => new SetupPlan(
            goal.Title, goal.Target, today, db.Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null && task.DoneOn == null).Sum(task => task.Estimate ?? 0),
            db.Goals.Count(other => other.State == GoalState.Active))).SingleOrDefaultAsync();
}

public static class PaceTexts
{
    /// <summary>32 h of work at 4 h a week is 8 weeks: done about 15 May.</summary>
    public static string Sentence(this Localizer localizer, PaceEstimate paceEstimate) => localizer[
        "{0} of work at {1} a week is {2}: done about {3}.",
        localizer.Minutes(paceEstimate.Minutes), localizer.Minutes(paceEstimate.Pace), localizer.Count(paceEstimate.Weeks, "{0} week", "{0} weeks"), paceEstimate.DoneBy];

    /// <summary>You want 1 April, … and what would make it.</summary>
    public static string Verdict(this Localizer localizer, PaceEstimate paceEstimate) => paceEstimate switch
    {
        { MeetsTarget: true, DaysFromTarget: < 7 } => localizer["You want {0}: it just fits.", paceEstimate.Target],
        { MeetsTarget: true } => localizer["You want {0}: {1} to spare.", paceEstimate.Target, localizer.Count(paceEstimate.DaysFromTarget / 7, "{0} week", "{0} weeks")],
        { RequiredWeeklyMinutes: { } needed } => localizer["You want {0}. That takes {1} a week, or fewer tasks, or another date.", paceEstimate.Target, localizer.Minutes(needed)],
        _ => localizer["You wanted {0}. Choose another date.", paceEstimate.Target],
    };
}
