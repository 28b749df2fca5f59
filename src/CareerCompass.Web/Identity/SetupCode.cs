using System.Security.Cryptography;
using System.Text;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Proves that whoever opens the first account, and so gets to run the server, can read its log or settings. There is one
/// only as long as nobody has an account.
/// </summary>
public sealed class SetupCode(
    CompassDb db,
    RegistrationSettings settings,
    MailSettings mail,
    TimeProvider clock,
    ILogger<SetupCode> log
)
{
    private const string ValueName = "setup-code:";
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // none that looks like another
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>Instances that start together each print a code, and all of them hold; a later start replaces them.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(2);

    /// <summary>Whether it was chosen in the settings, so that the log does not tell it.</summary>
    public bool IsChosen => settings.Code is not null;

    /// <summary>What of a code counts: spaces, dashes and case do not.</summary>
    public static string Plain(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Nobody has an account.</summary>
    public async Task<bool> IsFirstAsync() => !await db.Users.AnyAsync(user => !user.IsDemo);

    /// <summary>Nobody has an account, and the first one takes a code.</summary>
    public async Task<bool> IsNeededAsync() => settings.AsksForCode && await IsFirstAsync();

    /// <summary>At start: as long as nobody has an account, makes a code and says in the log what to do with it.</summary>
    public async Task AnnounceAsync()
    {
        if (!await IsNeededAsync())
        {
            return;
        }

        var page = new Uri(mail.PublicUrl, "account/register");
        if (IsChosen)
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
        await Facts().Where(fact => fact.At < old).ExecuteDeleteAsync();
        db.ServerValues.Add(
            new ServerValue(ValueName + Guid.CreateVersion7().ToString("N"), Convert.ToHexString(Hash(code)), now)
        );
        await db.SaveChangesAsync();
        log.LogWarning(
            "There are no accounts yet. Set-up code: {Code}   Open {Page} and enter it there. The first account "
                + "becomes the administrator.",
            string.Join('-', code.Chunk(Group).Select(letters => new string(letters))),
            page
        );
    }

    /// <summary>The last account of all was deleted since the start: there is a code again.</summary>
    public async Task RenewAsync()
    {
        if (!IsChosen && !await Facts().AnyAsync())
        {
            await AnnounceAsync();
        }
    }

    /// <summary>Whether it is a code that holds. Takes as long for a nearly right one as for a wrong one.</summary>
    public async Task<bool> MatchesAsync(string? code)
    {
        var given = Hash(code ?? "");
        var right = IsChosen
            ? [Hash(settings.Code!)]
            : (await Facts().Select(fact => fact.Value).ToListAsync()).Select(Convert.FromHexString);
        return right.Aggregate(false, (fits, hash) => CryptographicOperations.FixedTimeEquals(hash, given) | fits);
    }

    /// <summary>Somebody has an account: no code holds any more.</summary>
    public Task<int> EndAsync() => Facts().ExecuteDeleteAsync();

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code)));

    private IQueryable<ServerValue> Facts() => db.ServerValues.Where(fact => fact.Name.StartsWith(ValueName));
}
