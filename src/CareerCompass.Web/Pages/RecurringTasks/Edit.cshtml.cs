using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.RecurringTasks;

public sealed class EditModel(PageDependencies tools) : RecurringTaskForm(tools)
{
    [FromRoute]
    public Guid SeriesId { get; set; }

    public Guid GoalId { get; private set; }

    public string SavedTitle { get; private set; } = "";

    public string Rule { get; private set; } = "";

    public (Guid Id, DateOnly? Day)? Open { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .RecurringTasks.AsNoTracking()
            .Where(recurringTask => recurringTask.Id == SeriesId)
            .Join(
                Db.Goals,
                recurringTask => recurringTask.GoalId,
                goal => goal.Id,
                (recurringTask, goal) => new { RecurringTask = recurringTask, goal.Title }
            )
            .SingleOrDefaultAsync();
        if (row is null)
        {
            return NotFound();
        }

        var open = await Db
            .Tasks.Where(task => task.RecurringTaskId == SeriesId && task.DoneOn == null)
            .Select(task => new { task.Id, task.DueOn })
            .FirstOrDefaultAsync();
        (GoalId, GoalTitle, SavedTitle, Rule) = (
            row.RecurringTask.GoalId,
            row.Title,
            row.RecurringTask.Title,
            T.DescribeRecurrence(row.RecurringTask.Rule, row.RecurringTask.StartsOn)
        );
        Open = open is null ? null : (open.Id, open.DueOn);
        Input = HttpMethods.IsPost(Request.Method)
            ? Input with
            {
                Version = row.RecurringTask.Version,
            }
            : RecurringTaskInput.From(row.RecurringTask);
        return Page();
    }

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
        Db.RequireVersion(recurringTask, Input.Version);
        recurringTask.Change(Input.Title, Input.ToRule(), Start, Until, Input.ParseMinutes());
        await Db.UpdateOccurrenceAsync(recurringTask, Today, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{recurringTask.GoalId}#repeats");
    }
}
