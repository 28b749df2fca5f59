using CareerCompass.Domain.People;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

/// <summary>Gives up a change of the e-mail address that waits to be confirmed.</summary>
public sealed class CancelEmailModel(PageTools tools, EmailChanges emails) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await emails.CancelAsync(Person.Id);
        return Done(T["Your address has not changed. The link in the e-mail no longer works."], "~/settings/email");
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/settings/email");
}
