using CareerCompass.Domain.People;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

public sealed class DismissModel(PageTools tools) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        (await Db.SetupAsync(Person.Id)).Finish(Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~/"));
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/");
}
