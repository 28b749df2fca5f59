using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>What a goal's hours a week are reckoned from.</summary>
/// <param name="Minutes">Estimated for its open tasks.</param>
/// <param name="Active">How many active goals share the person's hours.</param>
public sealed record SetupPlan(string Title, DateOnly Target, DateOnly Today, int Minutes, int Active)
{
    /// <param name="capacity">Minutes a week of the person.</param>
    public PaceEstimate PaceFor(int capacity) =>
        new(Minutes, Math.Max(1, capacity / Math.Max(1, Active)), Today, Target);

    public static Task<SetupPlan?> LoadAsync(CompassDb db, Guid goalId, DateOnly today) =>
        db
            .Goals.Where(goal => goal.Id == goalId)
            .Select(goal => new SetupPlan(
                goal.Title,
                goal.Target,
                today,
                db.Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null && task.DoneOn == null)
                    .Sum(task => task.Estimate ?? 0),
                db.Goals.Count(other => other.State == GoalState.Active)
            ))
            .SingleOrDefaultAsync();
}
