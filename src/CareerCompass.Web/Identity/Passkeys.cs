using System.Buffers.Text;
using CareerCompass.Domain;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

public sealed class Passkeys(UserManager<AppUser> users, SessionSignInManager signIn, Accounts accounts)
{
    public const int MaxNameLength = 60;

    /// <summary>Bounded, because sign-in sends the list of all of them.</summary>
    private const int MaxPasskeys = 20;

    public static string FormatId(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public Task<string> OptionsAsync(AppUser user, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = user.Id.ToString(),
                Name = user.Email!,
                DisplayName = name,
            }
        );

    public async Task<bool> AddAsync(AppUser user, string credential, string name, string where)
    {
        if ((await users.GetPasskeysAsync(user)).Count >= MaxPasskeys)
        {
            throw new DomainRuleException(
                "",
                "You already have {0} passkeys. Please remove one you no longer use.",
                MaxPasskeys
            );
        }

        PasskeyAttestationResult result;
        try
        {
            result = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString())
        {
            return false;
        }

        result.Passkey.Name = name;
        if (!(await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded)
        {
            return false;
        }

        await accounts.NotifyChangedAsync(user, CredentialChange.PasskeyAdded, where);
        return true;
    }

    public async Task<UserPasskeyInfo?> FindAsync(AppUser user, string id) =>
        Base64Url.IsValid(id) ? await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) : null;

    public async Task RenameAsync(AppUser user, UserPasskeyInfo passkey, string name)
    {
        passkey.Name = name;
        await users.AddOrUpdatePasskeyAsync(user, passkey);
    }

    /// <exception cref="DomainRuleException">It is the only way to sign in.</exception>
    public async Task RemoveAsync(AppUser user, UserPasskeyInfo passkey, string where)
    {
        if (
            user.PasswordHash is null
            && (await users.GetLoginsAsync(user)).Count == 0
            && (await users.GetPasskeysAsync(user)).Count <= 1
        )
        {
            throw new DomainRuleException(
                "",
                "This passkey is the only way to sign in to your account. Add another one first, or set a password."
            );
        }

        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        await accounts.NotifyChangedAsync(user, CredentialChange.PasskeyRemoved, where);
    }

    internal static void Configure(IdentityPasskeyOptions options, MailSettings settings)
    {
        var site = settings.PublicUrl;
        options.ServerDomain = site.Host;
        options.ValidateOrigin = asked =>
            ValueTask.FromResult(
                !asked.CrossOrigin
                    && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var origin)
                    && Uri.Compare(
                        origin,
                        site,
                        UriComponents.SchemeAndServer,
                        UriFormat.Unescaped,
                        StringComparison.OrdinalIgnoreCase
                    ) == 0
            );

        // Requires a fingerprint or PIN, as a passkey replaces both password and code. Stored in the browser, for
        // sign-in without typing an address
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }
}
