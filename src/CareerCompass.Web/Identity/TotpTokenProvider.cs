using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace CareerCompass.Web.Identity;

/// <summary>Codes of an authenticator app (RFC 6238). Unlike in Identity's provider, a code works only once.</summary>
public sealed class TotpTokenProvider(CompassDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<AppUser>
{
    private const int KeyBytes = 20;
    private const int KeyLength = 32;
    private const int CodeDigits = 6;

    /// <summary>Tolerates phone clocks that are one step off.</summary>
    private static readonly VerificationWindow AllowedSteps = new(previous: 1, future: 1);

    public static string GenerateKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public static bool IsKey(string? key) => key?.Length == KeyLength && From(key) is not null;

    public static string CreateUri(string key, string account, string issuer) =>
        new OtpUri(OtpType.Totp, key, account, issuer).ToString();

    public static string? ParseDigits(string? typed)
    {
        var digits = TypedText.Normalize(typed ?? "");
        return digits.Length == CodeDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    public static string ComputeCode(string key, DateTime now) => From(key)!.ComputeTotp(now);

    /// <returns>The time step of the code; null when the code is not valid now.</returns>
    public static long? StepOf(string key, string? code, DateTime now) =>
        ParseDigits(code) is { } digits && From(key)?.VerifyTotp(now, digits, out var step, AllowedSteps) == true
            ? step
            : null;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AppUser> manager, AppUser user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public Task<string> GenerateAsync(string purpose, UserManager<AppUser> manager, AppUser user) =>
        Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<AppUser> manager, AppUser user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { } key
        && StepOf(key, token, clock.GetUtcNow().UtcDateTime) is { } step
        && await ConsumeAsync(user, step);

    /// <summary>Consumes all codes up to this step. Of two requests with the same code only one succeeds.</summary>
    public async Task<bool> ConsumeAsync(AppUser user, long step)
    {
        // With a new concurrency stamp: a request that read the account before must not restore the older step
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
            return null;
        }
    }
}
