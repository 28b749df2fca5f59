using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class UnlinkModel(
    PageDependencies tools,
    OidcSignIn oidc,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn
) : ActionPage(tools)
{
    [BindProperty]
    public string? Key { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        var known = (await oidc.LinkedSignInsAsync(user)).Links.Any(link => link.Key == Key);
        if (!await oidc.UnlinkAsync(user, Key ?? ""))
        {
            return Done(
                T["This is your only way to sign in. Set a password before you unlink it."],
                BackPathOr("~/settings/linked")
            );
        }

        await signIn.RefreshSignInAsync(user);
        if (known)
        {
            await accounts.NotifyChangedAsync(user, CredentialChange.LinkRemoved, Device.Describe(HttpContext));
        }

        return Done(T["Unlinked. You can no longer sign in with it."], BackPathOr("~/settings/linked"));
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/settings/linked");
}
