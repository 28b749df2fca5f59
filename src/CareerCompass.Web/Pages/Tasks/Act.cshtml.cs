using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

public sealed class ActModel(PageDependencies tools) : ActionPage(tools)
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
        var task = await Db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(task => task.Id == TaskId);
        if (task is null || await Db.LoadPlanAsync(task.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var moved = true;
        var (act, said, undo) = Verb switch
        {
            "trash" => ((Action)(() => task.Trash(Now)), T["“{0}” is in Trash.", task.Title], "restore"),
            "restore" => (task.Restore, T["“{0}” is restored.", task.Title], "trash"),
            "up" => (() => moved = goal.MoveTask(task, up: true), T["Moved: {0}", task.Title], "down"),
            _ => (() => moved = goal.MoveTask(task, up: false), T["Moved: {0}", task.Title], "up"),
        };
        act();
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return moved
            ? Done(said, BackPathOr($"~/goals/{goal.Id}"), $"~/tasks/{task.Id}/{undo}")
            : Done(T["Already at the end of its list: {0}", task.Title], BackPathOr($"~/goals/{goal.Id}"));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(task => task.Id == TaskId)
            .Select(task => (Guid?)task.GoalId)
            .SingleOrDefaultAsync()
            is { } goalId
            ? $"~/goals/{goalId}"
            : null;
}
