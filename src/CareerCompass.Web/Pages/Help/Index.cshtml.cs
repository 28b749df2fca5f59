using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Help;

public sealed class HelpModel(PageDependencies tools) : AppPage(tools)
{
    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());
}
