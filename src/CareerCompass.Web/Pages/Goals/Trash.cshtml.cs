using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public sealed class TrashModel(PageDependencies tools) : ActionPage(tools)
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
        var goal = await Db
            .Goals.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(goal => goal.Id == GoalId);
        if (goal is null)
        {
            return NotFound();
        }

        if (Verb == "trash")
        {
            goal.Trash(Now);
            await Db.SaveChangesAsync();
            return Done(T["“{0}” is in Trash.", goal.Title], "~/goals", $"~/goals/{GoalId}/restore");
        }

        goal.Restore();
        await Db.EnsureScheduledAsync(Now);
        await Db.SaveChangesAsync();
        return Done(T["“{0}” is restored.", goal.Title], $"~/goals/{GoalId}");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Goals.IgnoreQueryFilters([QueryFilters.Trash]).AnyAsync(goal => goal.Id == GoalId) ? "~/goals" : null;
}
