using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

/// <summary>POST redirects to the provider. Only a return that started here links the sign-in.</summary>
public sealed class LinkModel(
    PageDependencies tools,
    OidcSignIn oidc,
    OidcRedirects departure,
    OidcSettings settings,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn
) : AppPage(tools)
{
    [TempData]
    public string? Problem { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var back = LocalRedirect(Url.Content("~/settings/linked"));
        if (!ModelState.IsValid || await oidc.IdentityAsync(Person.Id) is not { } arrival)
        {
            return back;
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var user = (await users.GetUserAsync(User))!;
        var known = (await oidc.LinkedSignInsAsync(user)).Links.Any(link => link.Key == arrival.Key);
        var link = await oidc.LinkAsync(user, arrival);
        if (link != OidcLinkResult.Linked)
        {
            Problem =
                link == OidcLinkResult.LinkedToOtherAccount
                    ? T["That account at {0} is linked to someone else here.", settings.Provider]
                    : T[
                        "Your account is already linked to another account at {0}. Unlink that one first.",
                        settings.Provider
                    ];
            return back;
        }

        await signIn.RefreshSignInAsync(user);
        if (!known)
        {
            await accounts.NotifyChangedAsync(user, CredentialChange.LinkAdded, Device.Describe(HttpContext));
        }

        return Done(T["You can now sign in with {0}.", settings.Provider], "~/settings/linked");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!settings.IsEnabled)
        {
            return NotFound();
        }

        return await departure.SignInAsync(
            HttpContext,
            oidc.ChallengeProperties(Url.Content("~/settings/linked/add"), Person.Id)
        )
            ? Page()
            : LocalRedirect(Url.Content("~/settings/linked"));
    }
}
