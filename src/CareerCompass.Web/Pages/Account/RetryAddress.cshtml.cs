using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

public sealed class RetryModel(
    PageDependencies tools,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn
) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.BouncedAt is null)
        {
            return Done(T["E-mail to your address no longer bounces."], BackPathOr("~/"));
        }

        await accounts.MarkUnconfirmedAsync(user);
        await signIn.RefreshSignInAsync(user);
        return Done(
            T["We have sent a link to {0}. If it bounces too, you will see it here within a few minutes.", user.Email!],
            BackPathOr("~/")
        );
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");
}
