using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class AuthenticatorOffModel(
    PageDependencies tools,
    UserManager<AppUser> users,
    Authenticator authenticator
) : ReauthenticationPage(tools, users, authenticator)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReauthenticateAsync() is not { } user)
        {
            return Page();
        }

        await Authenticator.TurnOffAsync(user, Device.Describe(HttpContext));
        return Done(T["The authenticator app is off. You now sign in with only your password."], "~/settings/security");
    }
}
