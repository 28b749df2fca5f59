using CareerCompass.Domain;
using CareerCompass.Domain.People;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Identity;

/// <summary>Opens and closes accounts: sign-in account and person together, or neither.</summary>
public sealed class Accounts(
    CompassDb db,
    UserManager<AppUser> users,
    OwnerScope owner,
    MailSettings mail,
    Sessions sessions,
    SetupCode setup,
    TimeProvider clock
)
{
    /// <summary>How often another request may get in the way of closing an account.</summary>
    private const int MaxRetries = 5;

    /// <summary>Opens an account. The first one on this server becomes its administrator. Whether it may be opened is for <see cref="Registration"/> to say.</summary>
    /// <param name="password">None for somebody who signs in by <paramref name="login"/>.</param>
    /// <param name="login">Who they are elsewhere.</param>
    /// <param name="confirmed">Somebody else has checked that the address is theirs.</param>
    /// <param name="inviteId">The invitation that it is opened by, which is used up.</param>
    /// <returns>The account, or what is wrong with e-mail or password.</returns>
    /// <exception cref="DomainRuleException">Name or zone are wrong, or the invitation does not hold any more.</exception>
    public async Task<(AppUser User, IdentityResult Result)> CreateAsync(
        string? name,
        string email,
        string? password,
        string? zone,
        bool demo = false,
        UserLoginInfo? login = null,
        bool confirmed = false,
        Guid? inviteId = null
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        email = email.Normalize();
        var invitation = inviteId is null
            ? null
            : await db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == inviteId);
        if (inviteId is not null && invitation?.StateAt(now) != InvitationState.Open)
        {
            throw new DomainRuleException("", "This invitation is no longer valid.");
        }

        // Whoever has a link that only went to the address reads the mail there
        confirmed |=
            mail.UsesSmtp
            && invitation is { IsSentByEmail: true }
            && string.Equals(invitation.Email, email, StringComparison.OrdinalIgnoreCase);
        var user = new AppUser
        {
            UserName = email,
            Email = email,
            IsDemo = demo,
            EmailConfirmed = confirmed,
        };
        var person = new Person(user.Id, name, zone, now);

        // Of several first accounts opened at the same moment only one becomes administrator. All later ones need not wait.
        var first = !await users.Users.AnyAsync(other => !other.IsDemo);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (first)
        {
            await db.WaitForOthersAsync();
        }

        user.IsAdmin = !demo && !await users.Users.AnyAsync(other => !other.IsDemo);
        IdentityResult result;
        try
        {
            result = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
            if (result.Succeeded && login is not null)
            {
                result = await users.AddLoginAsync(user, login);
            }
        }
        catch (DbUpdateException conflict) when (conflict.IsConflict())
        {
            return (user, IdentityResult.Failed(users.ErrorDescriber.DuplicateEmail(email)));
        }

        // Asked last, like Identity's own: a password that is refused says nothing about the address
        if (result.Succeeded && await IsTakenAsync(email, user.Id))
        {
            return (user, IdentityResult.Failed(users.ErrorDescriber.DuplicateEmail(email)));
        }

        if (result.Succeeded)
        {
            owner.Use(user.Id);
            db.People.Add(person);
            db.Capacities.Add(new Capacity(user.Id, person.Today(now), Person.DefaultWeeklyMinutes));
            invitation?.Use(user.Id, now);
            if (user.IsAdmin)
            {
                await setup.EndAsync();
            }

            if (mail.UsesSmtp && !demo && !confirmed)
            {
                db.OutboxMessages.Add(
                    new OutboxMessage(user.Id, MessageKind.ConfirmEmail, $"confirm:{user.Id:N}", null, now)
                );
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return (user, result);
    }

    /// <summary>Whether others have accounts here, and nobody but this account could look after the server.</summary>
    public async Task<bool> IsLastAdminAsync(Guid userId) =>
        !await db.Users.AnyAsync(user => user.Id != userId && user.IsAdmin && user.DisabledAt == null)
        && await db.Users.AnyAsync(user => user.Id != userId && !user.IsDemo)
        && await db.Users.AnyAsync(user => user.Id == userId && user.IsAdmin);

    /// <summary>Deletes the account and all that belongs to it, at once and for good.</summary>
    /// <exception cref="DomainRuleException">Nobody would be left to look after the server and the others on it.</exception>
    public async Task CloseAsync(Guid userId)
    {
        var races = 0;
        while (!await TryCloseAsync(userId, last: races == MaxRetries))
        {
            races++;
        }
    }

    /// <summary>Signs the account out everywhere, or everywhere but in one session. In this process it holds at once, in others within a minute.</summary>
    /// <returns>How many sessions ended.</returns>
    public Task<int> EndSessionsAsync(Guid userId, Guid? exceptSessionId = null) =>
        sessions.EndAllAsync(userId, exceptSessionId);

    /// <summary>Owes a mail that a way to sign in was changed, to whoever's account it is.</summary>
    /// <param name="where">The device it was done on; see <see cref="Device.LocationOf"/>.</param>
    public async Task NotifyChangedAsync(AppUser user, CredentialChange change, string where)
    {
        if (!user.IsDemo)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.EnqueueAsync(
                new OutboxMessage(
                    user.Id,
                    MessageKind.CredentialsChanged,
                    $"changed:{Guid.CreateVersion7():N}",
                    null,
                    now,
                    CredentialChanges.Detail(change, where)
                )
            );
        }
    }

    /// <summary>Whether another account has this address, or had it until a change that can still be undone.</summary>
    public async Task<bool> IsTakenAsync(string email, Guid userId)
    {
        var (key, now) = (users.NormalizeEmail(email), clock.GetUtcNow().UtcDateTime);
        return await db.Users.AnyAsync(user => user.NormalizedEmail == key && user.Id != userId)
            || await db.MailTokens.AnyAsync(row =>
                row.Purpose == TokenPurpose.FormerAddress
                && row.Address == key
                && row.UserId != userId
                && row.ExpiresAt > now
            );
    }

    /// <summary>Whether a link to a new password may go to the account's address by mail.</summary>
    public async Task<bool> MayMailResetAsync(AppUser user)
    {
        owner.Use(user.Id);
        return user.MayBeMailedReset(mail.UsesSmtp, await db.Goals.AnyAsync());
    }

    /// <summary>Owes a mail with a link to a new password; at most one in five minutes.</summary>
    public Task SendResetAsync(Guid userId) => EnqueueAsync(userId, MessageKind.ResetPassword, TimeSpan.FromMinutes(5));

    /// <summary>Owes another mail with a link that confirms the address; at most one in five minutes.</summary>
    public Task SendConfirmationAsync(Guid userId) =>
        EnqueueAsync(userId, MessageKind.ConfirmEmail, TimeSpan.FromMinutes(5));

    /// <summary>Owes the holder of an address a mail that somebody wanted to register with it; at most one in an hour.</summary>
    public async Task NotifyExistingAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is { } user)
        {
            await EnqueueAsync(user.Id, MessageKind.AccountExists, TimeSpan.FromHours(1));
        }
    }

    /// <summary>Whether this is a link to a new password, by mail or handed over, that is neither used nor too old.</summary>
    public async Task<bool> IsResetAsync(string token) =>
        await FindTokenHolderAsync(token, TokenPurpose.HandedReset) is not null
        || await MailedResetAsync(token) is not null;

    /// <summary>Gives an address that mail came back from another chance: a mail with a link that confirms it anew.</summary>
    public async Task MarkUnconfirmedAsync(AppUser user)
    {
        (user.BouncedAt, user.BounceReason, user.EmailConfirmed) = (null, null, false);
        if ((await users.UpdateAsync(user)).Succeeded)
        {
            await SendConfirmationAsync(user.Id);
        }
    }

    /// <summary>Whose token this is; null when it is unknown, used or too old.</summary>
    public async Task<Guid?> FindTokenHolderAsync(string token, TokenPurpose purpose) =>
        await ValidTokens(token, purpose).Select(row => (Guid?)row.UserId).SingleOrDefaultAsync();

    /// <summary>Sets a new password by a token from an e-mail, which is used up by it; ends a lockout and all sessions.</summary>
    /// <returns>Null when the token is unknown, used or too old; then nothing has changed, as when the password is refused.</returns>
    public async Task<IdentityResult?> ResetPasswordAsync(string token, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var mailed = await MailedResetAsync(token) is null
            ? null
            : await UseTokenAsync(token, TokenPurpose.ResetPassword);
        if ((mailed ?? await UseTokenAsync(token, TokenPurpose.HandedReset)) is not { } user)
        {
            return null;
        }

        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (result.Succeeded)
        {
            if (mailed is not null && mail.UsesSmtp)
            {
                MarkConfirmed(user); // whoever has that link reads the mail
            }

            await DropEmailRequestsAsync(user.Id);

            await db
                .MailTokens.Where(row =>
                    row.UserId == user.Id
                    && (row.Purpose == TokenPurpose.ResetPassword || row.Purpose == TokenPurpose.HandedReset)
                )
                .ExecuteDeleteAsync();
            (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
            result = await users.UpdateAsync(user);
        }

        if (result.Succeeded)
        {
            await NotifyChangedAsync(user, CredentialChange.Password, where: "");
            await transaction.CommitAsync();
            await sessions.EndAllAsync(user.Id, except: null);
        }

        return result;
    }

    /// <summary>Gives up a change of address that waits: it may have been asked for by someone who knew the password of before.</summary>
    public Task DropEmailRequestsAsync(Guid userId)
    {
        owner.Use(userId);
        return db.EmailChanges.Where(change => change.DoneAt == null).ExecuteDeleteAsync();
    }

    /// <summary>Confirms an address by a token from an e-mail, which is used up by it.</summary>
    /// <returns>Null when the token is unknown, used or too old.</returns>
    public async Task<AppUser?> ConfirmAsync(string token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await UseTokenAsync(token, TokenPurpose.ConfirmEmail) is not { } user)
        {
            return null;
        }

        MarkConfirmed(user);
        if (!(await users.UpdateAsync(user)).Succeeded)
        {
            return null;
        }

        await transaction.CommitAsync();
        return user;
    }

    private static void MarkConfirmed(AppUser user) =>
        (user.EmailConfirmed, user.BouncedAt, user.BounceReason) = (true, null, null);

    private IQueryable<MailToken> ValidTokens(string token, TokenPurpose purpose)
    {
        var (hash, now) = (MailToken.ComputeHash(token), clock.GetUtcNow().UtcDateTime);
        return db.MailTokens.Where(row =>
            row.Hash == hash
            && row.Purpose == purpose
            && (row.ExpiresAt == null || row.ExpiresAt > now)
            && (
                row.Address == null
                || db.Users.Any(user => user.Id == row.UserId && user.NormalizedEmail == row.Address)
            )
        );
    }

    /// <summary>Whose mailed link to a new password this is; null also when the address may not be that of the account's holder.</summary>
    private async Task<Guid?> MailedResetAsync(string token) =>
        await FindTokenHolderAsync(token, TokenPurpose.ResetPassword) is { } holder
        && await users.FindByIdAsync(holder.ToString()) is { } user
        && await MayMailResetAsync(user)
            ? holder
            : null;

    /// <summary>Takes a token, and all others of its holder for the same purpose, out of the world.</summary>
    private async Task<AppUser?> UseTokenAsync(string token, TokenPurpose purpose)
    {
        // Of two requests with the same token only one deletes it
        var holder = await FindTokenHolderAsync(token, purpose);
        if (holder is null || await ValidTokens(token, purpose).ExecuteDeleteAsync() == 0)
        {
            return null;
        }

        await db.MailTokens.Where(row => row.UserId == holder && row.Purpose == purpose).ExecuteDeleteAsync();
        return await users.FindByIdAsync(holder.Value.ToString());
    }

    // Of two requests at the same moment one owes the message; the other finds that it is owed
    private async Task EnqueueAsync(Guid userId, MessageKind kind, TimeSpan distance)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var occasion = $"{kind}:{userId:N}:{now.Ticks / distance.Ticks}";
        owner.Use(userId);
        if (
            await db.OutboxMessages.SingleOrDefaultAsync(outboxMessage => outboxMessage.Occasion == occasion) is
            { } owed
        )
        {
            // What came back or was given up on is worth another try; what is on its way is not
            owed.SendNow(now, onlyIfFailed: true);
            await db.SaveChangesAsync();
        }
        else
        {
            await db.EnqueueAsync(new OutboxMessage(userId, kind, occasion, null, now));
        }
    }

    /// <returns>False when another request wrote to what was just being deleted; nothing is deleted then.</returns>
    private async Task<bool> TryCloseAsync(Guid userId, bool last)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockAdminsAsync();
        if (await IsLastAdminAsync(userId))
        {
            throw new DomainRuleException(
                "",
                "You are the only administrator, and other people have accounts here. First make one of them an "
                    + "administrator, under Administration, People."
            );
        }

        try
        {
            await db.EraseGoalsAsync(goal => goal.OwnerId == userId);
            await db.Users.Where(user => user.Id == userId).ExecuteDeleteAsync();
            await transaction.CommitAsync();
            return true;
        }
        catch (PostgresException race) when (!last && race.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return false;
        }
    }
}
