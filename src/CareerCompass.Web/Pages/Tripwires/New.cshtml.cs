using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed class NewModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [BindProperty]
    public TripwireInput Input { get; set; } = new();

    public string GoalTitle { get; private set; } = "";

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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == GoalId) is not { } goal)
        {
            return NotFound();
        }

        var tripwire = new Tripwire(goal, Input.Premise, Input.Test, Input.Otherwise, Input.On!.Value, Today);
        Db.Tripwires.Add(tripwire);
        await Db.SaveChangesAsync();
        return Done(
            T["Tripwire created. You will be asked on {0}.", tripwire.On],
            $"~/goals/{GoalId}",
            $"~/tripwires/{tripwire.Id}/trash"
        );
    }
}
