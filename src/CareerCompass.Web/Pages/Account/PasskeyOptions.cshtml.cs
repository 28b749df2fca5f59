using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>The options for signing in with a passkey. They reveal nothing about accounts.</summary>
[AllowAnonymous]
[PasswordSignIn]
public sealed class PasskeyOptionsModel(PageDependencies tools, SessionSignInManager signIn) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/account/sign-in");
}
