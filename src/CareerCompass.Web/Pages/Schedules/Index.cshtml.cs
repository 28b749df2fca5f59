using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    public ScheduleView View { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        var forecaster = await Db.ForecasterAsync(Person, Today);
        View = new ScheduleView(forecaster);
        if (forecaster.DependencyCycle is { } cycle)
        {
            AddRuleError(cycle);
        }

        return Page();
    }
}
