using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class RemovePasskeyModel(PageDependencies tools, UserManager<AppUser> users, Passkeys passkeys)
    : ActionPage(tools)
{
    [FromRoute]
    public string PasskeyId { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (await passkeys.FindAsync(user, PasskeyId) is not { } passkey)
        {
            return NotFound();
        }

        await passkeys.RemoveAsync(user, passkey, Device.Describe(HttpContext));
        return Done(T["The passkey “{0}” is removed.", passkey.Name ?? ""], "~/settings/security");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await passkeys.FindAsync((await users.GetUserAsync(User))!, PasskeyId) is null
            ? null
            : $"~/settings/security/passkeys/{PasskeyId}";
}
