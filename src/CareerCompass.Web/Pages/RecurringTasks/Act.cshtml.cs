using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.RecurringTasks;

public sealed class ActModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid SeriesId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var recurringTask = await Db.RecurringTasks.SingleOrDefaultAsync(recurringTask => recurringTask.Id == SeriesId);
        if (
            recurringTask is null
            || await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == recurringTask.GoalId) is not { } goal
        )
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var said = T["“{0}” no longer repeats. Completed tasks are kept.", recurringTask.Title];
        if (Verb == "end")
        {
            recurringTask.EndBefore(Today);
            await Db.UpdateOccurrenceAsync(recurringTask, Today, Now);
        }
        else
        {
            var open = await Db.Tasks.FirstOrDefaultAsync(task =>
                task.RecurringTaskId == SeriesId && task.DoneOn == null
            );
            said =
                open is not null && recurringTask.SkipOccurrence(open, Today)
                    ? T["Skipped. The next one: {0}.", open.DueOn!]
                    : T["Skipped. It does not repeat again."];
        }

        await Db.SaveChangesAsync();
        return Done(said, BackPathOr($"~/goals/{goal.Id}#repeats"));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .RecurringTasks.Where(recurringTask => recurringTask.Id == SeriesId)
            .Join(
                Db.Goals,
                recurringTask => recurringTask.GoalId,
                goal => goal.Id,
                (recurringTask, _) => recurringTask.Id
            )
            .AnyAsync()
            ? $"~/repeats/{SeriesId}"
            : null;
}
