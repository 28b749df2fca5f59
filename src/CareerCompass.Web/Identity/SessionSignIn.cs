using System.Security.Claims;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>Signs people in and out. However somebody comes in, it is by a <see cref="Session"/>, and never into a disabled account.</summary>
public sealed class SessionSignIn(
    UserManager<AppUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<AppUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<AppUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<AppUser> confirmation, Sessions sessions)
    : SignInManager<AppUser>(users, http, claims, options, log, schemes, confirmation)
{
    /// <exception cref="InvalidOperationException">The account is disabled.</exception>
    public override async Task SignInWithClaimsAsync(AppUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        if (user.DisabledAt is not null)
        {
            throw new InvalidOperationException("Nobody can sign in to a disabled account.");
        }

        // The same account in the same browser goes on in its session: the cookie is only written anew
        var here = Context.User.Id() == user.Id ? Context.User.SessionId() : null;
        if (here is null)
        {
            await EndAsync();
            here = (await sessions.StartAsync(user, Context)).Id;
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(CurrentUser.SessionClaim, here.Value.ToString("N"))]);
    }

    public override async Task SignOutAsync()
    {
        await EndAsync();
        await base.SignOutAsync();
    }

    // After password, passkey or another site have proved who it is, and not before: strangers do not learn that the account is disabled
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(AppUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false) =>
        user.DisabledAt is null ? await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor) : SignInResult.NotAllowed;

    private async Task EndAsync()
    {
        if (Context.User.Id() is { } user && Context.User.SessionId() is { } session)
        {
            await sessions.EndAsync(user, session);
        }
    }
}
