using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, half a minute, six digits). Unlike with Identity's own provider, a code works once:
/// a code that was seen on the screen or on the wire cannot be used again while it is shown.
/// </summary>
public sealed class TotpTokenProvider(CompassDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<AppUser>
{
    private const int KeyBytes = 20;
    private const int KeyLength = 32;
    private const int CodeDigits = 6;

    /// <summary>Clocks of phones may be one step off, either way.</summary>
    private static readonly VerificationWindow AllowedSteps = new(previous: 1, future: 1);

    /// <summary>A new key, in base 32.</summary>
    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public static bool IsKey(string? key) => key?.Length == KeyLength && From(key) is not null;

    /// <summary>What the QR code says to the app.</summary>
    public static string Uri(string key, string account, string issuer) =>
        new OtpUri(OtpType.Totp, key, account, issuer).ToString();

    /// <summary>The six digits among what was typed, in whichever script; null when it is no such code.</summary>
    public static string? Digits(string? typed)
    {
        var digits = TypedText.Normalize(typed ?? "");
        return digits.Length == CodeDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>The code of a key at an instant.</summary>
    public static string CodeAt(string key, DateTime now) => From(key)!.ComputeTotp(now);

    /// <returns>The step whose code this is; null when it is none of this moment.</returns>
    public static long? StepOf(string key, string? code, DateTime now) =>
        Digits(code) is { } digits && From(key)?.VerifyTotp(now, digits, out var step, AllowedSteps) == true
            ? step
            : null;

    /// <summary>Whether the account has such an app; without, Identity asks for no second step.</summary>
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AppUser> manager, AppUser user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public Task<string> GenerateAsync(string purpose, UserManager<AppUser> manager, AppUser user) =>
        Task.FromResult("");

    /// <summary>Whether the code is right, and uses it up.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<AppUser> manager, AppUser user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { } key
        && StepOf(key, token, clock.GetUtcNow().UtcDateTime) is { } step
        && await ConsumeAsync(user, step);

    /// <summary>Uses up all codes until this step; of two requests with the same code one does.</summary>
    public async Task<bool> ConsumeAsync(AppUser user, long step)
    {
        // With a new stamp: a request that read the account before must not write the older step back
        var stamp = Guid.NewGuid().ToString();
        var used = await db
            .Users.Where(row => row.Id == user.Id && row.TotpStep < step)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.TotpStep, step).SetProperty(row => row.ConcurrencyStamp, stamp)
            );
        if (used == 0)
        {
            return false;
        }

        db.Entry(user).State = EntityState.Detached;
        (user.TotpStep, user.ConcurrencyStamp) = (step, stamp);
        db.Attach(user);
        return true;
    }

    private static OtpNet.Totp? From(string key)
    {
        try
        {
            return key.Length == 0 ? null : new OtpNet.Totp(Base32Encoding.ToBytes(key), totpSize: CodeDigits);
        }
        catch (ArgumentException)
        {
            return null; // not base 32
        }
    }
}
