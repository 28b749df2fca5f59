using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>The way in: to the first step, or to where the person left.</summary>
public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    public override async Task<IActionResult> OnGetAsync()
    {
        var left = await Db.Setups.Where(setup => setup.DoneAt == null && (setup.GoalId == null || Db.Goals.Any(goal => goal.Id == setup.GoalId)))
            .Select(setup => new { setup.Step, setup.GoalId, setup.Template }).SingleOrDefaultAsync();
        return LocalRedirect(Url.Content("~" + SetupPage.PathOf(left?.Step ?? SetupStep.Direction, left?.GoalId, left?.Template)));
    }
}
