using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.RecurringTasks;

public sealed class NewModel(PageDependencies tools) : RecurringTaskForm(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => goal.Title).SingleOrDefaultAsync()
            is not { } title
        )
        {
            return NotFound();
        }

        GoalTitle = title;
        Input.StartsOn ??= Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var recurringTask = new RecurringTask(
            goal.OwnerId,
            GoalId,
            Input.Title,
            Input.ToRule(),
            Start,
            Until,
            Input.ParseMinutes()
        );
        Db.RecurringTasks.Add(recurringTask);
        if (recurringTask.CreateFirstOccurrence(Today, goal.Tasks.Count + 1) is { } first)
        {
            Db.Tasks.Add(first);
        }

        await Db.SaveChangesAsync();
        return Done(
            T["It repeats {0}.", T.DescribeRecurrence(recurringTask.Rule, recurringTask.StartsOn)],
            $"~/goals/{GoalId}#repeats"
        );
    }
}
