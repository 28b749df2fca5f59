using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Milestones;

public sealed class EditModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid MilestoneId { get; set; }

    [BindProperty]
    public MilestoneInput Input { get; set; } = new();

    public Guid GoalId { get; private set; }

    public string GoalTitle { get; private set; } = "";

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .Milestones.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(milestone => milestone.Id == MilestoneId)
            .Join(
                Db.Goals,
                milestone => milestone.GoalId,
                goal => goal.Id,
                (milestone, goal) =>
                    new
                    {
                        Goal = goal.Title,
                        Gone = milestone.TrashedAt != null || goal.TrashedAt != null,
                        goal.Id,
                        Input = new MilestoneInput
                        {
                            Title = milestone.Title,
                            Date = milestone.Date,
                            Version = milestone.Version,
                        },
                    }
            )
            .SingleOrDefaultAsync();
        if (row is null || (row.Gone && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        (GoalId, GoalTitle, Input) = (row.Id, row.Goal, row.Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var goalId = await Db
            .Milestones.Where(milestone => milestone.Id == MilestoneId)
            .Select(milestone => milestone.GoalId)
            .SingleOrDefaultAsync();
        if (await Db.LoadPlanAsync(goalId) is not { } goal)
        {
            return await Db
                .Milestones.IgnoreQueryFilters([QueryFilters.Trash])
                .AnyAsync(milestone => milestone.Id == MilestoneId)
                ? throw TrashedException()
                : NotFound();
        }

        goal.RequireNotEnded();
        var milestone = goal.Milestones.Single(milestone => milestone.Id == MilestoneId);
        Db.RequireVersion(milestone, Input.Version);
        milestone.Edit(Input.Title, Input.Date!.Value, Today);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{goalId}");
    }
}
