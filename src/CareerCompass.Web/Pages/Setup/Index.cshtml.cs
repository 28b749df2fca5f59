using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>Redirects to the first step, or to where the person left off.</summary>
public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    public override async Task<IActionResult> OnGetAsync()
    {
        var left = await Db
            .GoalSetups.Where(goalSetup =>
                goalSetup.DoneAt == null
                && (goalSetup.GoalId == null || Db.Goals.Any(goal => goal.Id == goalSetup.GoalId))
            )
            .Select(goalSetup => new
            {
                goalSetup.Step,
                goalSetup.GoalId,
                goalSetup.Template,
            })
            .SingleOrDefaultAsync();
        return LocalRedirect(
            Url.Content("~" + SetupPage.PathOf(left?.Step ?? GoalSetupStep.Direction, left?.GoalId, left?.Template))
        );
    }
}
