using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <param name="Minutes">The total estimate of its open tasks.</param>
/// <param name="ActiveGoals">How many active goals share the capacity.</param>
public sealed record SetupWorkload(string Title, DateOnly Target, DateOnly Today, int Minutes, int ActiveGoals)
{
    /// <param name="capacity">The person's minutes a week.</param>
    public PaceEstimate PaceFor(int capacity) =>
        new(Minutes, Math.Max(1, capacity / Math.Max(1, ActiveGoals)), Today, Target);

    public static Task<SetupWorkload?> LoadAsync(CompassDb db, Guid goalId, DateOnly today) =>
        db
            .Goals.Where(goal => goal.Id == goalId)
            .Select(goal => new SetupWorkload(
                goal.Title,
                goal.Target,
                today,
                db.Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null && task.DoneOn == null)
                    .Sum(task => task.Estimate ?? 0),
                db.Goals.Count(other => other.State == GoalState.Active)
            ))
            .SingleOrDefaultAsync();
}
