using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class RecoveryCodesModel(PageDependencies tools, UserManager<AppUser> users, Authenticator authenticator)
    : ReauthenticationPage(tools, users, authenticator)
{
    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReauthenticateAsync() is { } user)
        {
            Codes = await Authenticator.RenewCodesAsync(user, Device.Describe(HttpContext));
        }

        return Page();
    }
}
