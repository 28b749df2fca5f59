using System.Security.Claims;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

public sealed class SignOutModel(
    PageDependencies tools,
    SignInManager<AppUser> signIn,
    OidcRedirects departure,
    OidcSettings settings
) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        StatusMessage = T["You are signed out."];
        switch (await departure.SignOutAsync(HttpContext))
        {
            case OidcSignOutResult.AtProvider:
                HttpContext.User = new(new ClaimsIdentity());

                // For the page that the provider returns to
                TempData.Keep(nameof(StatusMessage));
                return Page();
            case OidcSignOutResult.Failed:
                return Done(
                    T[
                        "You are signed out here. {0} cannot be reached right now, so you may still be signed in "
                            + "there.",
                        settings.Provider
                    ],
                    "~/welcome"
                );
            default:
                return LocalRedirect(Url.Content("~/welcome"));
        }
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");
}
