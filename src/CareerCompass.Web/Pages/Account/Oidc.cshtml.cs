using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
public sealed class OidcModel(PageDependencies tools, OidcSignIn oidc, OidcRedirects departure, OidcSettings settings)
    : ActionPage(tools)
{
    [BindProperty]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!settings.IsEnabled)
        {
            return NotFound();
        }

        if (User.Id() is not null)
        {
            return LocalRedirect(Url.Content("~/"));
        }

        var place = Url.IsLocalUrl(ReturnUrl) ? $"?returnUrl={Uri.EscapeDataString(ReturnUrl)}" : "";
        return await departure.SignInAsync(
            HttpContext,
            oidc.ChallengeProperties(Url.Content("~/account/arrived") + place)
        )
            ? Page()
            : LocalRedirect(Url.Content("~/account/sign-in"));
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/account/sign-in");
}
