using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class PasskeyOptionsModel(PageDependencies tools, UserManager<AppUser> users, Passkeys passkeys)
    : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync() =>
        Content(await passkeys.OptionsAsync((await users.GetUserAsync(User))!, Person.Name), "application/json");

    protected override Task<string?> FindHomePathAsync() =>
        Task.FromResult<string?>("~/settings/security/passkeys/new");
}
