using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

public sealed class SignOutModel(PageTools tools, SignInManager<AppUser> signIn) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Done(T["You are signed out."], "~/welcome");
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/");
}
