using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public sealed class EditModel(PageDependencies tools) : GoalForm(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .Goals.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(goal => goal.Id == GoalId)
            .Select(goal => new
            {
                goal.TrashedAt,
                Input = new GoalInput
                {
                    Title = goal.Title,
                    Why = goal.Why,
                    DoneWhen = goal.DoneWhen,
                    Target = goal.Target,
                    FocusAreaId = goal.FocusAreaId,
                    AspirationId = goal.AspirationId,
                    Obstacle = goal.Obstacle,
                    IfThen = goal.IfThen,
                    Version = goal.Version,
                },
            })
            .SingleOrDefaultAsync();
        if (row is null || (row.TrashedAt is not null && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        Input = row.Input;
        await LoadAlignmentChoicesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return await Db.Goals.IgnoreQueryFilters([QueryFilters.Trash]).AnyAsync(goal => goal.Id == GoalId)
                ? throw TrashedException()
                : NotFound();
        }

        Db.RequireVersion(goal, Input.Version);
        goal.Edit(Input.Title, Input.Why, Input.DoneWhen, Input.Target!.Value, Today);
        await AlignAsync(goal);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{GoalId}");
    }
}
