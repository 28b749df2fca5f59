using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Milestones;

public sealed class NewModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [BindProperty]
    public MilestoneInput Input { get; set; } = new();

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
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        var milestone = goal.AddMilestone(Input.Title, Input.Date!.Value, Today);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(
            T["Milestone added: {0}", milestone.Title],
            $"~/goals/{GoalId}?add=milestone",
            $"~/milestones/{milestone.Id}/trash"
        );
    }
}
