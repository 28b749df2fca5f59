using System.Security.Claims;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

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

        // The same account in the same browser keeps its session
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

    /// <summary>Wrong authenticator and recovery codes both count towards a lockout.</summary>
    public async Task<SignInResult> SecondStepAsync(AppUser user, string code)
    {
        var digits = TotpTokenProvider.ParseDigits(code);
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

    /// <summary>Needs no second step, and ignores a lockout caused by guessed passwords.</summary>
    public async Task<SignInResult> SignInWithPasskeyAsync(string credential)
    {
        PasskeyAssertionResult<AppUser> result;
        try
        {
            result = await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return SignInResult.Failed;
        }

        if (!result.Succeeded)
        {
            return SignInResult.Failed;
        }

        // Stores the passkey's new signature counter
        await UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return await SignInOrTwoFactorAsync(result.User, isPersistent: true, bypassTwoFactor: true);
    }

    public override async Task SignOutAsync()
    {
        await EndAsync();
        await base.SignOutAsync();
    }

    // Wrong guesses lock unknown devices only; the page limits a known device's attempts separately
    protected override async Task<bool> IsLockedOut(AppUser user) =>
        await base.IsLockedOut(user) && !await sessions.IsKnownDeviceAsync(user.Id, Context);

    // Checked only after the credential: strangers must not learn that the account is disabled
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        AppUser user,
        bool isPersistent,
        string? loginProvider = null,
        bool bypassTwoFactor = false
    ) =>
        user.DisabledAt is not null ? SignInResult.NotAllowed
        : loginProvider is null && IsNeverUsed(user) ? SignInResult.Failed
        : await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor);

    // Signing in immediately after registration would reveal that the address had no account before
    private bool IsNeverUsed(AppUser user) =>
        mail.UsesSmtp && user is { EmailConfirmed: false, LastSignInAt: null, IsAdmin: false };

    private async Task EndAsync()
    {
        if (Context.User.Id() is { } user && Context.User.SessionId() is { } session)
        {
            await sessions.EndAsync(user, session);
        }
    }
}
