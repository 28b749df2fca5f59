using System.Security.Cryptography;
using System.Text;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>Stores only hashes of recovery codes: like passwords, they open the account.</summary>
public sealed class AppUserStore(CompassDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<
        AppUser,
        CompassDb,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(db, describer)
{
    public static string NormalizeCode(string code)
    {
        var letters = string.Concat(TypedText.Normalize(code).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length == 10 ? $"{letters[..5]}-{letters[5..]}" : letters;
    }

    public override Task ReplaceCodesAsync(
        AppUser user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)).ToList(), cancellationToken);

    public override Task<bool> RedeemCodeAsync(AppUser user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(user, code), cancellationToken);

    // Redeeming a code stores the others again through ReplaceCodesAsync; those are already hashes
    private static string Hash(AppUser user, string code) =>
        code.Length == HashLength
            ? code
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N}:{code}")));

    private const int HashLength = 64;
}
