using System.Security.Claims;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>Signs people in and out. However somebody comes in, it is by a <see cref="Session"/>, and never into a disabled account.</summary>
public sealed class SessionSignInManager(
    UserManager<AppUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<AppUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<AppUser>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<AppUser> confirmation,
    Sessions sessions,
    MailSettings mail
) : SignInManager<AppUser>(users, http, claims, options, log, schemes, confirmation)
{
    /// <exception cref="InvalidOperationException">The account is disabled.</exception>
    public override async Task SignInWithClaimsAsync(
        AppUser user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        if (user.DisabledAt is not null)
        {
            throw new InvalidOperationException("A disabled account cannot be signed in to.");
        }

        // The same account in the same browser goes on in its session: the cookie is only written anew
        var here = Context.User.Id() == user.Id ? Context.User.SessionId() : null;
        if (here is null)
        {
            await EndAsync();
            here = (await sessions.StartAsync(user, Context)).Id;
        }

        await base.SignInWithClaimsAsync(
            user,
            authenticationProperties,
            [.. additionalClaims, new Claim(CurrentUser.SessionClaim, here.Value.ToString("N"))]
        );
    }

    /// <summary>The second step after the password: a code from the authenticator app, or one of the recovery codes. Wrong ones of both count towards a rest.</summary>
    public async Task<SignInResult> SecondStepAsync(AppUser user, string code)
    {
        var digits = TotpTokenProvider.Digits(code);
        if (digits is null && await PreSignInCheck(user) is { } refused)
        {
            return refused;
        }

        var result = digits is null
            ? await TwoFactorRecoveryCodeSignInAsync(AppUserStore.NormalizeCode(code))
            : await TwoFactorAuthenticatorSignInAsync(digits, isPersistent: true, rememberClient: false);
        if (digits is null && !result.Succeeded)
        {
            await UserManager.AccessFailedAsync(user);
        }

        return !result.Succeeded && await IsLockedOut(user) ? SignInResult.LockedOut : result;
    }

    /// <summary>Signs in by a passkey, which is possession and finger or PIN in one: no second step, and no rest that a guesser of passwords has caused.</summary>
    /// <param name="credential">What the browser answered to <see cref="SignInManager{TUser}.MakePasskeyRequestOptionsAsync"/>, as JSON.</param>
    public async Task<SignInResult> PasskeyAsync(string credential)
    {
        PasskeyAssertionResult<AppUser> result;
        try
        {
            result = await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return SignInResult.Failed; // nothing was asked of this browser, or too long ago
        }

        if (!result.Succeeded)
        {
            return SignInResult.Failed;
        }

        await UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey); // its counter
        return await SignInOrTwoFactorAsync(result.User, isPersistent: true, bypassTwoFactor: true);
    }

    public override async Task SignOutAsync()
    {
        await EndAsync();
        await base.SignOutAsync();
    }

    // Wrong guesses lock the account for unknown devices only. A known device has tries of its own, which the page limits
    protected override async Task<bool> IsLockedOut(AppUser user) =>
        await base.IsLockedOut(user) && !await sessions.IsKnownDeviceAsync(user.Id, Context);

    // After password, passkey or another site have proved who it is, and not before: strangers do not learn that the account is disabled
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        AppUser user,
        bool isPersistent,
        string? loginProvider = null,
        bool bypassTwoFactor = false
    ) =>
        user.DisabledAt is not null ? SignInResult.NotAllowed
        : loginProvider is null && IsUnconfirmed(user) ? SignInResult.Failed
        : await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor);

    // Registered through the form and never used: whoever can sign in at once learns that the address had no account before
    private bool IsUnconfirmed(AppUser user) =>
        mail.UsesSmtp && user is { EmailConfirmed: false, LastSignInAt: null, IsAdmin: false };

    private async Task EndAsync()
    {
        if (Context.User.Id() is { } user && Context.User.SessionId() is { } session)
        {
            await sessions.EndAsync(user, session);
        }
    }
}
