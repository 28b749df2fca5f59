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
    public Reckoning At(int capacity) => new(Minutes, Math.Max(1, capacity / Math.Max(1, Active)), Today, Target);

    public static Task<SetupPlan?> OfAsync(CompassDb db, Guid goalId, DateOnly today) => db.Goals.Where(goal => goal.Id == goalId)
        .Select(goal => new SetupPlan(
            goal.Title, goal.Target, today, db.Tasks.Where(task => task.GoalId == goalId && task.SeriesId == null && task.DoneOn == null).Sum(task => task.Estimate ?? 0),
            db.Goals.Count(other => other.State == GoalState.Active))).SingleOrDefaultAsync();
}

public static class ReckoningWords
{
    /// <summary>32 h of work at 4 h a week is 8 weeks: done about 15 May.</summary>
    public static string Sentence(this Words words, Reckoning reckoning) => words[
        "{0} of work at {1} a week is {2}: done about {3}.",
        words.Minutes(reckoning.Minutes), words.Minutes(reckoning.Pace), words.Count(reckoning.Weeks, "{0} week", "{0} weeks"), reckoning.DoneBy];

    /// <summary>You want 1 April, … and what would make it.</summary>
    public static string Verdict(this Words words, Reckoning reckoning) => reckoning switch
    {
        { Fits: true, Days: < 7 } => words["You want {0}: it just fits.", reckoning.Target],
        { Fits: true } => words["You want {0}: {1} to spare.", reckoning.Target, words.Count(reckoning.Days / 7, "{0} week", "{0} weeks")],
        { Needed: { } needed } => words["You want {0}. That takes {1} a week, or fewer tasks, or another date.", reckoning.Target, words.Minutes(needed)],
        _ => words["You wanted {0}. Choose another date.", reckoning.Target],
    };
}
