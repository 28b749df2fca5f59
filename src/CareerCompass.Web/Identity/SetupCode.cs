using System.Security.Cryptography;
using System.Text;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Proves that the creator of the first account, who becomes administrator, can read the log or settings.
/// </summary>
public sealed class SetupCode(
    CompassDb db,
    RegistrationSettings settings,
    MailSettings mail,
    TimeProvider clock,
    ILogger<SetupCode> log
)
{
    private const string ValueNamePrefix = "setup-code:";

    // No letters or digits that look alike
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>Codes of instances that start within this time are all valid; a later start replaces them.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(2);

    public bool IsFromSettings => settings.Code is not null;

    /// <summary>Ignores spaces, dashes and case.</summary>
    public static string Normalize(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public async Task<bool> IsFirstAccountAsync() => !await db.Users.AnyAsync(user => !user.IsDemo);

    public async Task<bool> IsNeededAsync() => settings.RequiresCode && await IsFirstAccountAsync();

    public async Task AnnounceAsync()
    {
        if (!await IsNeededAsync())
        {
            return;
        }

        var page = new Uri(mail.PublicUrl, "account/register");
        if (IsFromSettings)
        {
            log.LogWarning(
                "There are no accounts yet. Open {Page} and enter the set-up code from the setting Setup:Code. The "
                    + "first account becomes the administrator.",
                page
            );
            return;
        }

        var (code, now) = (RandomNumberGenerator.GetString(Letters, Length), clock.GetUtcNow().UtcDateTime);
        var old = now - Together;
        await Facts().Where(fact => fact.SetAt < old).ExecuteDeleteAsync();
        db.ServerValues.Add(
            new ServerValue(ValueNamePrefix + Guid.CreateVersion7().ToString("N"), Convert.ToHexString(Hash(code)), now)
        );
        await db.SaveChangesAsync();
        log.LogWarning(
            "There are no accounts yet. Set-up code: {Code}   Open {Page} and enter it there. The first account "
                + "becomes the administrator.",
            string.Join('-', code.Chunk(Group).Select(letters => new string(letters))),
            page
        );
    }

    public async Task EnsureCodeAsync()
    {
        if (!IsFromSettings && !await Facts().AnyAsync())
        {
            await AnnounceAsync();
        }
    }

    /// <summary>Compares in constant time.</summary>
    public async Task<bool> MatchesAsync(string? code)
    {
        var given = Hash(code ?? "");
        var right = IsFromSettings
            ? [Hash(settings.Code!)]
            : (await Facts().Select(fact => fact.Value).ToListAsync()).Select(Convert.FromHexString);
        return right.Aggregate(false, (fits, hash) => CryptographicOperations.FixedTimeEquals(hash, given) | fits);
    }

    public Task<int> InvalidateAsync() => Facts().ExecuteDeleteAsync();

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(Normalize(code)));

    private IQueryable<ServerValue> Facts() => db.ServerValues.Where(fact => fact.Name.StartsWith(ValueNamePrefix));
}
