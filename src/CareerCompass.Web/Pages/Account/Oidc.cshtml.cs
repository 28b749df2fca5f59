using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>The button that leads to the OpenID provider.</summary>
[AllowAnonymous]
public sealed class OidcModel(PageTools tools, OidcSignIn oidc, OidcSettings settings) : ActionPage(tools)
{
    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnPost()
    {
        if (!settings.IsOn)
        {
            return NotFound();
        }

        var place = Url.IsLocalUrl(ReturnUrl) ? $"?returnUrl={Uri.EscapeDataString(ReturnUrl)}" : "";
        return User.Id() is null ? Challenge(oidc.Leave(Url.Content("~/account/arrived") + place), OidcSetup.Scheme) : LocalRedirect(Url.Content("~/"));
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/account/sign-in");
}
