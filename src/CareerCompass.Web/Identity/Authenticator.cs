using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

/// <summary>The authenticator app of an account, and the recovery codes for the day the phone is lost.</summary>
public sealed class Authenticator(
    CompassDb db,
    UserManager<AppUser> users,
    IUserStore<AppUser> store,
    TotpTokenProvider totpTokenProvider,
    Accounts accounts,
    TimeProvider clock
)
{
    public const int Codes = 10;

    /// <summary>Turns it on, if the code shows that the app has the key.</summary>
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

    /// <summary>Turns it off, and forgets its key and codes.</summary>
    public async Task TurnOffAsync(AppUser user, string where)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await RemoveAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.AuthenticatorOff, where);
        await transaction.CommitAsync();
    }

    /// <summary>Turns it off for a person who has neither the phone nor a recovery code. The caller owns the transaction.</summary>
    /// <param name="by">Who did it, as the person's mail says it.</param>
    public async Task ResetAsync(AppUser user, string by)
    {
        await RemoveAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.AuthenticatorReset, by);
    }

    /// <summary>Drops the key and the recovery codes.</summary>
    public async Task RemoveAsync(AppUser user)
    {
        user.TwoFactorEnabled = false;
        await ((IUserAuthenticatorKeyStore<AppUser>)store).SetAuthenticatorKeyAsync(user, "", CancellationToken.None);
        await ((IUserTwoFactorRecoveryCodeStore<AppUser>)store).ReplaceCodesAsync(user, [], CancellationToken.None);
        Check(await users.UpdateAsync(user));
    }

    /// <returns>New recovery codes, to be shown once; the old ones are worth nothing from here on.</returns>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(AppUser user, string where)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var codes = await NewCodesAsync(user);
        await accounts.NotifyChangedAsync(user, CredentialChange.RecoveryCodes, where);
        await transaction.CommitAsync();
        return codes;
    }

    /// <summary>
    /// Whether a signed-in person is the account's holder: they know its password, a code of the app or a recovery code,
    /// which this uses up. The page limits the tries; a lockout that strangers caused does not apply here.
    /// </summary>
    public async Task<bool> VerifyAsync(AppUser user, string proof) =>
        (
            TotpTokenProvider.Digits(proof) is { } digits
            && await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits)
        )
        || await users.CheckPasswordAsync(user, proof)
        || (
            user.TwoFactorEnabled
            && (await users.RedeemTwoFactorRecoveryCodeAsync(user, AppUserStore.NormalizeCode(proof))).Succeeded
        );

    private async Task<IReadOnlyList<string>> NewCodesAsync(AppUser user)
    {
        // Saves the account too
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes)
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
