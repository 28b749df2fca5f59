using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>
/// Confirms the account's address, or its new one. Opening the link only proves access to the mailbox, so a sign-in or
/// the password is required as well: otherwise the owner of a mistyped address would get the account.
/// </summary>
[AllowAnonymous]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class ConfirmModel(
    PageDependencies tools,
    Accounts accounts,
    EmailChanges emails,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    Sessions sessions,
    OidcSettings oidc
) : AppPage(tools)
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public ConfirmInput Input { get; set; } = new();

    /// <summary>Null when the link was used, has expired or is unknown.</summary>
    public EmailConfirmationLink? Link { get; private set; }

    public bool IsMine => Link is not null && User.Id() == Link.User.Id;

    /// <summary>Whether the account has a password to ask for; otherwise its owner has to sign in first.</summary>
    public bool RequiresPassword => !IsMine && !oidc.IsOnlySignIn && Link?.User.PasswordHash is not null;

    internal override string? AttemptedAccount => Link?.User.Id.ToString();

    internal override async Task<string?> FindKnownDeviceAsync()
    {
        Link = await emails.FindConfirmationLinkAsync(Token);
        return IsMine ? User.Id().ToString()
            : Link is null ? null
            : await sessions.FindKnownDeviceAsync(Link.User.Id, HttpContext);
    }

    public override async Task<IActionResult> OnGetAsync()
    {
        Link = await emails.FindConfirmationLinkAsync(Token);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Link = await emails.FindConfirmationLinkAsync(Token);
        if (Link is null || (!IsMine && !await VerifyPasswordAsync(Link.User)))
        {
            return Page();
        }

        ReleaseAttempt();
        var outcome =
            Link.Change is not null ? await emails.ConfirmAsync(Token, Device.Describe(HttpContext))
            : await accounts.ConfirmAsync(Token) is not null ? EmailConfirmationResult.Confirmed
            : EmailConfirmationResult.Invalid;
        if (outcome == EmailConfirmationResult.AddressTaken)
        {
            ModelState.AddModelError(
                "",
                T["Another account already uses {0}. Your address has not changed.", Link.Change!.To]
            );
            return Page();
        }

        return outcome == EmailConfirmationResult.Confirmed ? await FinishAsync(Link.User) : await OnGetAsync();
    }

    private async Task<bool> VerifyPasswordAsync(AppUser user)
    {
        if (
            RequiresPassword
            && (await signIn.CheckPasswordSignInAsync(user, Input.Password ?? "", lockoutOnFailure: true)).Succeeded
        )
        {
            return true;
        }

        ModelState.AddModelError(
            RequiresPassword ? "Input.Password" : "",
            RequiresPassword
                ? T["Incorrect password. After five failed attempts, the account is locked for 15 minutes."]
                : T["Sign in to the account first, then open the link again."]
        );
        return false;
    }

    private async Task<IActionResult> FinishAsync(AppUser user)
    {
        var said = T["Thank you. Your e-mail address is confirmed."];
        if (IsMine)
        {
            await signIn.RefreshSignInAsync((await users.FindByIdAsync(user.Id.ToString()))!);
        }
        else if (
            User.Id() is null
            && (
                await signIn.PasswordSignInAsync(user, Input.Password!, isPersistent: true, lockoutOnFailure: false)
            ).RequiresTwoFactor
        )
        {
            return Done(said, "~/account/second-step");
        }

        return Done(said, "~/");
    }

    public sealed record ConfirmInput
    {
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [System.ComponentModel.DataAnnotations.DataType(System.ComponentModel.DataAnnotations.DataType.Password)]
        public string? Password { get; set; }
    }
}
