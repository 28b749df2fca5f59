using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.RecurringTasks;

public static class RecurringTaskCommands
{
    /// <summary>Adds the next occurrence after a tick, or removes an unchanged one. Does not save.</summary>
    public static async Task AddNextOccurrenceAsync(this CompassDb db, PlanTask task, DateOnly today)
    {
        if (
            task.RecurringTaskId is null
            || await db.RecurringTasks.SingleOrDefaultAsync(recurringTask => recurringTask.Id == task.RecurringTaskId)
                is not { } recurringTask
        )
        {
            return;
        }

        var open = await db
            .Tasks.Where(other =>
                other.RecurringTaskId == recurringTask.Id && other.DoneOn == null && other.Id != task.Id
            )
            .ToListAsync();
        if (!task.IsDone)
        {
            var logged = await db
                .TimeEntries.IgnoreQueryFilters([QueryFilters.Trash])
                .Where(timeEntry =>
                    db.Tasks.Any(other => other.RecurringTaskId == recurringTask.Id && other.Id == timeEntry.TaskId)
                )
                .Select(timeEntry => timeEntry.TaskId)
                .ToListAsync();
            db.Tasks.RemoveRange(
                open.Where(other => other is { Version: 0, Notes: null } && !logged.Contains(other.Id))
            );
        }
        else if (open.Count == 0 && recurringTask.CreateNextOccurrence(task, today) is { } next)
        {
            db.Tasks.Add(next);
        }
    }

    /// <summary>Adds the missing open occurrence, or removes a superfluous one. Does not save.</summary>
    public static async Task UpdateOccurrenceAsync(
        this CompassDb db,
        RecurringTask recurringTask,
        DateOnly today,
        DateTime now
    )
    {
        var open = await db
            .Tasks.Where(task => task.RecurringTaskId == recurringTask.Id && task.DoneOn == null)
            .ToListAsync();
        var done = await db
            .Tasks.Where(task => task.RecurringTaskId == recurringTask.Id && task.DoneOn != null)
            .OrderByDescending(task => task.DueOn)
            .FirstOrDefaultAsync();
        var next = done is null
            ? recurringTask.CreateFirstOccurrence(today, open.FirstOrDefault()?.Position ?? 0)
            : recurringTask.CreateNextOccurrence(done, today.AddDays(-1));
        if (next is null)
        {
            open.ForEach(task => task.Trash(now));
        }
        else if (open.Count == 0)
        {
            db.Tasks.Add(next);
        }
        else
        {
            recurringTask.UpdateOccurrence(open[0], next.DueOn!.Value);
        }
    }
}
