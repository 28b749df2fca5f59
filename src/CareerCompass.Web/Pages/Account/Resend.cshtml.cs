using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[RateLimited(RateLimitedAttribute.Mail)]
public sealed class ResendModel(PageTools tools, Accounts accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.EmailConfirmed)
        {
            await signIn.RefreshSignInAsync(user); // confirmed on another device: this one learns of it here
            return Done(T["Your e-mail address is confirmed already."], Place("~/"));
        }

        await accounts.SendConfirmationAsync(user.Id);
        return Done(T["A mail with a link is on its way to {0}. Please look in the spam folder too.", user.Email!], Place("~/"));
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/");
}
