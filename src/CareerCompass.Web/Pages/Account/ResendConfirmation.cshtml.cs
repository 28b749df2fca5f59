using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[RateLimited(RateLimitedAttribute.Mail)]
public sealed class ResendModel(
    PageDependencies tools,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn
) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.EmailConfirmed)
        {
            // The address was confirmed on another device
            await signIn.RefreshSignInAsync(user);
            return Done(T["Your e-mail address is already confirmed."], BackPathOr("~/"));
        }

        await accounts.SendConfirmationAsync(user.Id);
        return Done(T["We have sent a link to {0}. Check your spam folder too.", user.Email!], BackPathOr("~/"));
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");
}
