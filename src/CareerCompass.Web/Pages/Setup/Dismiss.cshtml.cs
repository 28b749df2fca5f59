using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

public sealed class DismissModel(PageDependencies tools) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        (await Db.GetOrAddSetupAsync(Person.Id)).Finish(Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~/"));
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");
}
