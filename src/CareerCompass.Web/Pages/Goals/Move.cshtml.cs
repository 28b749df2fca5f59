using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>Changes the order in which goals take capacity.</summary>
public sealed class MoveModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var goals = await Db.Goals.OrderBy(goal => goal.Priority).ThenBy(goal => goal.Id).ToListAsync();
        if (goals.Find(goal => goal.Id == GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var moved = goal.Move(goals, Verb == "up");
        await Db.SaveChangesAsync();
        return Done(
            moved ? T["Moved: {0}", goal.Title] : T["Already at the end of its list: {0}", goal.Title],
            BackPathOr("~/goals")
        );
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Goals.AnyAsync(goal => goal.Id == GoalId) ? "~/goals" : null;
}
