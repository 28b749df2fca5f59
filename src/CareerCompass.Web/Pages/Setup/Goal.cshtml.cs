using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class GoalModel(PageDependencies tools, TemplateCatalog catalog) : GoalSetupPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override Guid? CurrentGoalId => GoalId;

    public override string DraftKey => $"setup/goals/{GoalId}";

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .Goals.Where(goal => goal.Id == GoalId)
            .Select(goal => new
            {
                Template = Db
                    .GoalSetups.Where(goalSetup => goalSetup.GoalId == GoalId)
                    .Select(goalSetup => goalSetup.Template)
                    .FirstOrDefault(),
                HasPlan = goal.Milestones.Any(),
                Input = new GoalInput
                {
                    Title = goal.Title,
                    Why = goal.Why,
                    DoneWhen = goal.DoneWhen,
                    Target = goal.Target,
                    Version = goal.Version,
                },
            })
            .SingleOrDefaultAsync();
        if (row is null)
        {
            return NotFound();
        }

        Show(await Db.FindTemplateAsync(catalog, row.Template));
        (Input, HasPlan) = (row.Input, row.HasPlan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        Db.RequireVersion(goal, Input.Version);
        await EditGoalAsync(goal);
        return await ContinueAsync(goal);
    }
}
