using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

/// <summary>Moves a dragged task within its milestone. The up and down buttons do the same by keyboard.</summary>
public sealed class MoveModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    /// <summary>The new position, from 0. In the address, so that a button can carry it.</summary>
    [FromQuery]
    public int To { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var task = await Db.Tasks.SingleOrDefaultAsync(task => task.Id == TaskId);
        if (task is null || await Db.LoadPlanAsync(task.GoalId) is not { } goal)
        {
            return NotFound();
        }

        var from = goal.FindTaskPosition(task);
        var home = BackPathOr($"~/goals/{goal.Id}");
        if (!goal.MoveTaskTo(task, To))
        {
            return Done(T["Cannot move it there: {0}", task.Title], home);
        }

        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Moved: {0}", task.Title], home, $"~/tasks/{task.Id}/place?to={from}");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Tasks.Where(task => task.Id == TaskId).Select(task => (Guid?)task.GoalId).SingleOrDefaultAsync()
            is { } goalId
            ? $"~/goals/{goalId}"
            : null;
}
