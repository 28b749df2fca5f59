using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public sealed class OidcSignIn(
    OidcSettings settings,
    RegistrationSettings registration,
    SetupCode setup,
    Accounts accounts,
    SignInManager<AppUser> signIn,
    UserManager<AppUser> users,
    CompassDb db,
    ILogger<OidcSignIn> log
)
{
    private const string Link = "link";

    private const string OtherAddress = "email";

    internal static string ReturnUrlOf(AuthenticationProperties? properties) =>
        properties?.Items.ContainsKey(Link) == true ? "/settings/linked" : "/account/sign-in";

    /// <param name="linker">The account that links; null when signing in.</param>
    public AuthenticationProperties ChallengeProperties(string then, Guid? linker = null)
    {
        var properties = signIn.ConfigureExternalAuthenticationProperties(OidcSetup.Scheme, then, linker?.ToString());
        if (linker is not null)
        {
            properties.Items[Link] = "";
        }

        return properties;
    }

    /// <summary>Null also when it was not <paramref name="linker"/> who left for the provider.</summary>
    public async Task<OidcIdentity?> IdentityAsync(Guid? linker = null) =>
        await signIn.GetExternalLoginInfoAsync(linker?.ToString()) is { LoginProvider: OidcSetup.Scheme } info
            ? OidcIdentity.From(info.Principal)
            : null;

    public async Task<OidcSignInResult> SignInAsync(OidcIdentity arrival)
    {
        if (await users.FindByLoginAsync(OidcSetup.Scheme, arrival.Key) is null)
        {
            if (await FindByEmailAsync(arrival.Email) is not { } namesake)
            {
                return await setup.IsFirstAccountAsync() ? OidcSignInResult.FirstAccount
                    : settings.Register ?? registration.Mode == RegistrationMode.Open ? OidcSignInResult.NewAccount
                    : OidcSignInResult.RegistrationClosed;
            }

            // Otherwise a stranger could create an account with the address in advance and share it with the address's
            // owner
            if (
                !settings.LinkByVerifiedEmail
                || !arrival.IsEmailVerified
                || !namesake.EmailConfirmed
                || !EmailAddressComparer.IsSame(namesake.Email, arrival.Email)
            )
            {
                return OidcSignInResult.AddressHasAccount;
            }

            if (namesake.DisabledAt is not null)
            {
                return OidcSignInResult.LockedOut;
            }

            if (await LinkAsync(namesake, arrival) != OidcLinkResult.Linked)
            {
                return OidcSignInResult.LinkedToOtherSubject;
            }

            await accounts.NotifyChangedAsync(namesake, CredentialChange.LinkAdded, where: "");
        }

        var result = await signIn.ExternalLoginSignInAsync(
            OidcSetup.Scheme,
            arrival.Key,
            isPersistent: true,
            bypassTwoFactor: false
        );
        return result switch
        {
            { Succeeded: true } => OidcSignInResult.SignedIn,
            { RequiresTwoFactor: true } => OidcSignInResult.RequiresCode,
            _ => OidcSignInResult.LockedOut,
        };
    }

    /// <summary>
    /// An account has one subject per issuer: providers reassign addresses, so another is another person.
    /// </summary>
    /// <param name="user">Loaded in this request: its concurrency stamp decides between simultaneous links.</param>
    public async Task<OidcLinkResult> LinkAsync(AppUser user, OidcIdentity arrival)
    {
        var logins = await users.GetLoginsAsync(user);
        if (logins.Any(login => login.LoginProvider == OidcSetup.Scheme && login.ProviderKey == arrival.Key))
        {
            return OidcLinkResult.Linked;
        }

        if (
            logins.Any(login =>
                login.LoginProvider == OidcSetup.Scheme && OidcIssuer.IsSame(login.ProviderDisplayName, arrival.Issuer)
            )
        )
        {
            log.LogWarning(
                "Another subject of {Issuer} was not linked to the account {Account}, which already has one.",
                arrival.Issuer,
                user.Id
            );
            return OidcLinkResult.HasOtherSubject;
        }

        try
        {
            if ((await users.AddLoginAsync(user, arrival.Login)).Succeeded)
            {
                return OidcLinkResult.Linked;
            }
        }
        catch (DbUpdateException conflict) when (conflict.IsConflict())
        {
            // Another request linked the subject at the same moment
        }

        // Otherwise the next save would retry the refused login
        db.ChangeTracker.Clear();
        var holder = await users.FindByLoginAsync(OidcSetup.Scheme, arrival.Key);
        if (holder is null)
        {
            return OidcLinkResult.HasOtherSubject;
        }

        return holder.Id == user.Id ? OidcLinkResult.Linked : OidcLinkResult.LinkedToOtherAccount;
    }

    public async Task<LinkedSignIns> LinkedSignInsAsync(AppUser user)
    {
        var links = (await users.GetLoginsAsync(user))
            .Where(login => login.LoginProvider == OidcSetup.Scheme)
            .Select(login => new LinkedSignIn(
                login.ProviderKey,
                login.ProviderDisplayName ?? "",
                settings.IsAuthority(login.ProviderDisplayName)
            ))
            .ToList();
        var otherwise =
            !settings.IsOnlySignIn
            && (await users.HasPasswordAsync(user) || (await users.GetPasskeysAsync(user)).Count > 0);
        var other = links.Any(link => link.IsUsable)
            ? await users.GetAuthenticationTokenAsync(user, OidcSetup.Scheme, OtherAddress)
            : null;
        other = EmailAddressComparer.IsSame(other, user.Email) ? null : other;
        return new LinkedSignIns(settings.IsEnabled ? settings.Provider : null, links, otherwise, other, user.Email);
    }

    /// <returns>The account's address, when the provider's differs and is new to us.</returns>
    public async Task<string?> CompareAddressAsync(OidcIdentity arrival)
    {
        if (arrival.Email is null || await users.FindByLoginAsync(OidcSetup.Scheme, arrival.Key) is not { } user)
        {
            return null;
        }

        var known = await users.GetAuthenticationTokenAsync(user, OidcSetup.Scheme, OtherAddress);
        if (EmailAddressComparer.IsSame(arrival.Email, user.Email))
        {
            if (known is not null)
            {
                await users.RemoveAuthenticationTokenAsync(user, OidcSetup.Scheme, OtherAddress);
            }

            return null;
        }

        return
            known != arrival.Email
            && (await users.SetAuthenticationTokenAsync(user, OidcSetup.Scheme, OtherAddress, arrival.Email)).Succeeded
            ? user.Email
            : null;
    }

    private async Task<AppUser?> FindByEmailAsync(string? email)
    {
        foreach (var spelling in email is null ? [] : EmailAddressComparer.Spellings(email))
        {
            if (await users.FindByEmailAsync(spelling) is { } user)
            {
                return user;
            }
        }

        return null;
    }

    /// <returns>False when it is the only way to sign in, and therefore kept.</returns>
    public async Task<bool> UnlinkAsync(AppUser user, string key)
    {
        var linked = await LinkedSignInsAsync(user);
        return linked.Links.FirstOrDefault(link => link.Key == key) is not { } link
            || (linked.CanUnlink(link) && (await users.RemoveLoginAsync(user, OidcSetup.Scheme, key)).Succeeded);
    }
}
