using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <param name="Minutes">The total estimate of its open tasks, and of recurring tasks until the target.</param>
/// <param name="ActiveGoals">How many active goals share the capacity.</param>
public sealed record SetupWorkload(string Title, DateOnly Target, DateOnly Today, int Minutes, int ActiveGoals)
{
    /// <param name="capacity">The person's minutes a week.</param>
    public PaceEstimate PaceFor(int capacity) =>
        new(Minutes, Math.Max(1, capacity / Math.Max(1, ActiveGoals)), Today, Target);

    public static async Task<SetupWorkload?> LoadAsync(CompassDb db, Guid goalId, DateOnly today)
    {
        var row = await db
            .Goals.AsNoTracking()
            .Where(goal => goal.Id == goalId)
            .Select(goal => new
            {
                goal.Title,
                goal.Target,
                Minutes = db
                    .Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null && task.DoneOn == null)
                    .Sum(task => task.Estimate ?? 0),
                RecurringTasks = db.RecurringTasks.Where(recurringTask => recurringTask.GoalId == goal.Id).ToList(),
                ActiveGoals = db.Goals.Count(other => other.State == GoalState.Active),
            })
            .SingleOrDefaultAsync();
        return row is null
            ? null
            : new SetupWorkload(
                row.Title,
                row.Target,
                today,
                row.Minutes + row.RecurringTasks.Sum(recurringTask => recurringTask.MinutesBetween(today, row.Target)),
                row.ActiveGoals
            );
    }
}
