using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
public sealed class ConfirmModel(PageTools tools, Accounts accounts, SignInManager<AppUser> signIn) : AppPage(tools)
{
    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>The link is neither used nor too old.</summary>
    public bool Works { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Works = await accounts.HolderAsync(Token, TokenPurpose.ConfirmEmail) is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.ConfirmAsync(Token) is not { } user)
        {
            return await OnGetAsync();
        }

        if (User.Id() == user.Id)
        {
            await signIn.RefreshSignInAsync(user);
        }

        return Done(T["Thank you. Your e-mail address is confirmed."], User.Id() is null ? "~/account/sign-in" : "~/");
    }
}
