using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Fingerprints of an account's credentials when the address changes, so that undo can remove later ones.
/// </summary>
public sealed class CredentialSnapshots(
    UserManager<AppUser> users,
    IUserStore<AppUser> store,
    Authenticator authenticator
)
{
    public async Task<string> CaptureAsync(AppUser user)
    {
        List<string> marks = [Password(user), await AuthenticatorAsync(user), await CodesAsync(user)];
        marks.AddRange((await users.GetLoginsAsync(user)).Select(Login));
        marks.AddRange((await users.GetPasskeysAsync(user)).Select(Passkey));
        return string.Join('\n', marks);
    }

    public async Task RestoreAsync(AppUser user, string? marks)
    {
        var known = (marks ?? "").Split('\n').ToHashSet();
        foreach (var login in (await users.GetLoginsAsync(user)).Where(login => !known.Contains(Login(login))))
        {
            await users.RemoveLoginAsync(user, login.LoginProvider, login.ProviderKey);
        }

        foreach (
            var passkey in (await users.GetPasskeysAsync(user)).Where(passkey => !known.Contains(Passkey(passkey)))
        )
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        if (!known.Contains(await AuthenticatorAsync(user)))
        {
            await authenticator.RemoveAsync(user);
        }
        else if (!known.Contains(await CodesAsync(user)))
        {
            await ((IUserTwoFactorRecoveryCodeStore<AppUser>)store).ReplaceCodesAsync(user, [], CancellationToken.None);
        }

        if (!known.Contains(Password(user)))
        {
            user.PasswordHash = null;
        }
    }

    private static string Password(AppUser user) => Mark('p', user.PasswordHash ?? "");

    private static string Login(UserLoginInfo login) => Mark('l', $"{login.LoginProvider}\n{login.ProviderKey}");

    private static string Passkey(UserPasskeyInfo passkey) => Mark('k', Convert.ToHexString(passkey.CredentialId));

    private async Task<string> AuthenticatorAsync(AppUser user) =>
        Mark('a', user.TwoFactorEnabled ? await users.GetAuthenticatorKeyAsync(user) ?? "" : "");

    private async Task<string> CodesAsync(AppUser user) =>
        Mark('c', await users.GetAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes") ?? "");

    private static string Mark(char kind, string value) =>
        $"{kind}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16))}";
}
