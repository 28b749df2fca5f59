using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public sealed class EditModel(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var input = await Db.Goals.Where(goal => goal.Id == GoalId)
            .Select(goal => new GoalInput { Title = goal.Title, Why = goal.Why, DoneWhen = goal.DoneWhen, Target = goal.Target, Version = goal.Version }).SingleOrDefaultAsync();
        if (input is null)
        {
            return NotFound();
        }

        Input = input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.RouteAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        Db.Expect(goal, Input.Version);
        goal.Edit(Input.Title, Input.Why, Input.DoneWhen, Input.Target!.Value, Today);
        await Db.KeepAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{GoalId}");
    }
}
