using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

public sealed class Authenticator(
    CompassDb db,
    UserManager<AppUser> users,
    IUserStore<AppUser> store,
    TotpTokenProvider totpTokenProvider,
    Accounts accounts,
    TimeProvider clock
)
{
    public const int RecoveryCodeCount = 10;

    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(AppUser user, string key, string? code, string where)
    {
        if (
            TotpTokenProvider.StepOf(key, code, clock.GetUtcNow().UtcDateTime) is not { } step
            || !await totpTokenProvider.ConsumeAsync(user, step)
        )
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await ((IUserAuthenticatorKeyStore<AppUser>)store).SetAuthenticatorKeyAsync(user, key, CancellationToken.None);
        user.TwoFactorEnabled = true;
        var codes = await NewCodesAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.AuthenticatorOn, where);
        await transaction.CommitAsync();
        return codes;
    }

    public async Task TurnOffAsync(AppUser user, string where)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await RemoveAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.AuthenticatorOff, where);
        await transaction.CommitAsync();
    }

    /// <summary>The caller owns the transaction.</summary>
    public async Task ResetAsync(AppUser user, string by)
    {
        await RemoveAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.AuthenticatorReset, by);
    }

    public async Task RemoveAsync(AppUser user)
    {
        user.TwoFactorEnabled = false;
        await ((IUserAuthenticatorKeyStore<AppUser>)store).SetAuthenticatorKeyAsync(user, "", CancellationToken.None);
        await ((IUserTwoFactorRecoveryCodeStore<AppUser>)store).ReplaceCodesAsync(user, [], CancellationToken.None);
        Check(await users.UpdateAsync(user));
    }

    /// <returns>New recovery codes, to be shown once. The old ones stop working.</returns>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(AppUser user, string where)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var codes = await NewCodesAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.RecoveryCodes, where);
        await transaction.CommitAsync();
        return codes;
    }

    /// <summary>
    /// By password, authenticator code or recovery code. A lockout caused by strangers does not apply.
    /// </summary>
    public async Task<bool> VerifyAsync(AppUser user, string proof) =>
        (
            TotpTokenProvider.ParseDigits(proof) is { } digits
            && await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits)
        )
        || await users.CheckPasswordAsync(user, proof)
        || (
            user.TwoFactorEnabled
            && (await users.RedeemTwoFactorRecoveryCodeAsync(user, AppUserStore.NormalizeCode(proof))).Succeeded
        );

    private async Task<IReadOnlyList<string>> NewCodesAsync(AppUser user)
    {
        // GenerateNewTwoFactorRecoveryCodesAsync saves the account too
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount)
            ?? throw new InvalidOperationException("The recovery codes could not be stored.");
        return [.. codes];
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }
}
