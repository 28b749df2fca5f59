using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, half a minute, six digits). Unlike Identity's own, a code is good
/// once only: whoever looks over a shoulder or at the wire cannot use it again while it is shown.
/// </summary>
public sealed class Totp(CompassDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<AppUser>
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private const int KeyLength = 32;
    private const int CodeDigits = 6;

    /// <summary>Clocks of phones may be so many steps off, either way.</summary>
    private const int Slack = 1;

    /// <summary>A new key, in base 32.</summary>
    public static string NewKey() => string.Concat(RandomNumberGenerator.GetBytes(KeyLength).Select(random => Alphabet[random % Alphabet.Length]));

    public static bool IsKey(string? key) => key?.Length == KeyLength && FromBase32(key) is not null;

    /// <summary>What the QR code says to the app.</summary>
    public static string Uri(string key, string account, string issuer) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}&digits={CodeDigits}";

    /// <summary>The six digits among what was typed; null when it is no such code.</summary>
    public static string? Digits(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        return digits.Length == CodeDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>The code of a key at an instant.</summary>
    public static string CodeAt(string key, DateTime now) => CodeOf(FromBase32(key)!, StepAt(now));

    /// <returns>The step whose code this is; null when it is none of this moment.</returns>
    public static long? StepOf(string key, string? code, DateTime now)
    {
        if (Digits(code) is not { } digits || FromBase32(key) is not { } secret)
        {
            return null;
        }

        var typed = System.Text.Encoding.ASCII.GetBytes(digits);
        return Enumerable.Range(-Slack, 1 + (2 * Slack)).Select(off => (long?)(StepAt(now) + off)).LastOrDefault(step =>
            CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step!.Value)), typed));
    }

    /// <summary>Whether the account has such an app; without, Identity asks for no second step.</summary>
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AppUser> manager, AppUser user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public Task<string> GenerateAsync(string purpose, UserManager<AppUser> manager, AppUser user) => Task.FromResult("");

    /// <summary>Whether the code is right, and uses it up.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<AppUser> manager, AppUser user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { } key && StepOf(key, token, clock.GetUtcNow().UtcDateTime) is { } step && await UseAsync(user, step);

    /// <summary>Uses up all codes until this step; of two requests with the same code one does.</summary>
    public async Task<bool> UseAsync(AppUser user, long step)
    {
        // With a new stamp: a request that read the account before must not write the older step back
        var stamp = Guid.NewGuid().ToString();
        var used = await db.Users.Where(row => row.Id == user.Id && row.TotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TotpStep, step).SetProperty(row => row.ConcurrencyStamp, stamp));
        if (used == 0)
        {
            return false;
        }

        db.Entry(user).State = EntityState.Detached;
        (user.TotpStep, user.ConcurrencyStamp) = (step, stamp);
        db.Attach(user);
        return true;
    }

    private static long StepAt(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC and every app say SHA-1; what is known against it does not touch HMAC
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[]? FromBase32(string key)
    {
        var bytes = new List<byte>(key.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var letter in key)
        {
            if (Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) is not (>= 0 and var value))
            {
                return null;
            }

            (bits, count) = (((bits << 5) | value) & 0xFFF, count + 5);
            if (count >= 8)
            {
                bytes.Add((byte)(bits >> (count -= 8)));
            }
        }

        return bytes.Count == 0 ? null : [.. bytes];
    }
}
