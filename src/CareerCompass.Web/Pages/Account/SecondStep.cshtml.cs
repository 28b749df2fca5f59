using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class SecondStepModel(
    PageDependencies tools,
    Accounts accounts,
    UserManager<AppUser> users,
    SessionSignInManager signIn,
    Sessions sessions
) : AppPage(tools)
{
    [BindProperty]
    public SecondStepInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    internal override async Task<string?> FindKnownDeviceAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is { } user
            ? await sessions.FindKnownDeviceAsync(user.Id, HttpContext)
            : null;

    // The first step is valid for five minutes
    public override async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? LocalRedirect(Url.Content("~/account/sign-in"))
            : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return Done(T["Your sign-in expired. Please start over."], "~/account/sign-in");
        }

        var code = Input.Code?.Trim() is { Length: > 0 } typed ? typed : Input.Recovery?.Trim() ?? "";
        var result = await signIn.SecondStepAsync(user, code);
        if (!result.Succeeded)
        {
            ModelState.AddModelError(
                "",
                result.IsLockedOut
                    ? T["Too many incorrect codes. This account is locked for 15 minutes. Try again after that."]
                    : T["This code is incorrect or was already used. Enter the latest code from the app."]
            );
            return Page();
        }

        ReleaseAttempt();
        var onwards = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/");
        if (TotpTokenProvider.ParseDigits(code) is not null)
        {
            return LocalRedirect(onwards);
        }

        await accounts.NotifyChangedAsync(user, CredentialChange.RecoveryCodeUsed, Device.Describe(HttpContext));
        return Done(
            T.Count(
                await users.CountRecoveryCodesAsync(user),
                "You have used a recovery code; {0} is left. You can get new ones under Settings, Security.",
                "You have used a recovery code; {0} are left. You can get new ones under Settings, Security."
            ),
            onwards
        );
    }

    public sealed record SecondStepInput
    {
        [MaxTextLength(40)]
        public string? Code { get; set; }

        [MaxTextLength(40)]
        public string? Recovery { get; set; }
    }
}
