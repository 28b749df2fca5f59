using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.RecurringTasks;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

/// <summary>Ticks or unticks a task. Idempotent.</summary>
public sealed class TickModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var found = await Db
            .Tasks.Where(task => task.Id == TaskId)
            .Join(Db.Goals, task => task.GoalId, goal => goal.Id, (task, goal) => new { task, goal })
            .SingleOrDefaultAsync();
        if (found is not { task: var task, goal: var goal })
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        if (Verb == "tick")
        {
            if (!task.IsDone)
            {
                new TimeSpentOffer(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    await Db
                        .TimeEntries.Where(timeEntry => timeEntry.TaskId == TaskId)
                        .SumAsync(timeEntry => timeEntry.Minutes)
                ).Store(TempData);
            }

            task.MarkDone(Today, Now);
        }
        else
        {
            task.MarkNotDone();
        }

        await Db.AddNextOccurrenceAsync(task, Today);
        await Db.SaveChangesAsync();
        return task.IsDone
            ? Done(T["Done: {0}", task.Title], BackPathOr($"~/goals/{goal.Id}"), $"~/tasks/{task.Id}/untick")
            : Done(T["Reopened: {0}", task.Title], BackPathOr($"~/goals/{goal.Id}"), $"~/tasks/{task.Id}/tick");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Tasks.Where(task => task.Id == TaskId).Select(task => (Guid?)task.GoalId).SingleOrDefaultAsync()
            is { } goalId
            ? $"~/goals/{goalId}"
            : null;
}
