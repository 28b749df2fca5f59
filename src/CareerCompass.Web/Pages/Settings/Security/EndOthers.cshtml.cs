using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class EndOthersModel(PageDependencies tools, Accounts accounts) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync() =>
        Done(
            T.Count(
                await accounts.EndSessionsAsync(Person.Id, User.SessionId()),
                "{0} other device is signed out.",
                "{0} other devices are signed out."
            ),
            "~/settings/security"
        );

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/settings/security");
}
