using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>After the right password: a code from the authenticator app, or a recovery code.</summary>
[AllowAnonymous]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class SecondStepModel(PageTools tools, Accounts accounts, UserManager<AppUser> users, SessionSignInManager signIn, Sessions sessions) : AppPage(tools)
{
    [BindProperty]
    public SecondStepInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    internal override async Task<string?> KnownDeviceAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is { } user ? await sessions.DeviceAsync(user.Id, HttpContext) : null;

    // The first step is good for five minutes
    public override async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect(Url.Content("~/account/sign-in")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return Done(T["That took a little long, so please begin anew."], "~/account/sign-in");
        }

        var code = Input.Code?.Trim() is { Length: > 0 } typed ? typed : Input.Recovery?.Trim() ?? "";
        var result = await signIn.SecondStepAsync(user, code);
        if (!result.Succeeded)
        {
            ModelState.AddModelError("", result.IsLockedOut
                ? T["There were too many wrong codes in a row, so this account rests for a quarter of an hour. After that, try again."]
                : T["This code does not fit, or was used already. Take the newest one that the app shows."]);
            return Page();
        }

        ReleaseAttempt();
        var onwards = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/");
        if (TotpTokenProvider.Digits(code) is not null)
        {
            return LocalRedirect(onwards);
        }

        await accounts.NotifyChangedAsync(user, CredentialChange.RecoveryCodeUsed, Device.LocationOf(HttpContext));
        return Done(T.Count(
            await users.CountRecoveryCodesAsync(user),
            "That recovery code is used up; {0} is left. You can renew them under Settings, Security.",
            "That recovery code is used up; {0} are left. You can renew them under Settings, Security."), onwards);
    }

    public sealed record SecondStepInput
    {
        [MaxTextLength(40)]
        public string? Code { get; set; }

        [MaxTextLength(40)]
        public string? Recovery { get; set; }
    }
}
