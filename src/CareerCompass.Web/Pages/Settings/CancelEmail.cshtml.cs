using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class CancelEmailModel(PageDependencies tools, EmailChanges emails) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await emails.CancelAsync(Person.Id);
        return Done(T["Your address has not changed. The link in the e-mail no longer works."], "~/settings/email");
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/settings/email");
}
