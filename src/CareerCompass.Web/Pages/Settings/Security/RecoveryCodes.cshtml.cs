using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class RecoveryCodesModel(PageTools tools, UserManager<AppUser> users, Authenticator authenticator)
    : ProofPage(tools, users, authenticator)
{
    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ProvenAsync() is { } user)
        {
            Codes = await Authenticator.RenewCodesAsync(user, Device.LocationOf(HttpContext));
        }

        return Page();
    }
}
