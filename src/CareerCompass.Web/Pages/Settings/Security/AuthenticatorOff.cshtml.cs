using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class AuthenticatorOffModel(PageTools tools, UserManager<AppUser> users, Authenticator authenticator)
    : ProofPage(tools, users, authenticator)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await ProvenAsync() is not { } user)
        {
            return Page();
        }

        await Authenticator.TurnOffAsync(user, Device.LocationOf(HttpContext));
        return Done(T["The authenticator app is off. You now sign in with only your password."], "~/settings/security");
    }
}
