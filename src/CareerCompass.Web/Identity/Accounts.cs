using CareerCompass.Domain;
using CareerCompass.Domain.People;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Identity;

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
    private const int MaxRetries = 5;

    /// <summary>
    /// Creates an account; the first one on this server becomes its administrator. Does not check
    /// <see cref="Registration"/>.
    /// </summary>
    /// <param name="password">Null when the person signs in through <paramref name="login"/>.</param>
    /// <param name="confirmed">The identity provider has verified the address.</param>
    /// <exception cref="DomainRuleException">The name, zone or invitation is invalid.</exception>
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

        // A link that was only e-mailed proves that its user can read mail at that address
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

        // Prevents two simultaneous first accounts from both becoming administrator
        var first = !await users.Users.AnyAsync(other => !other.IsDemo);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (first)
        {
            await db.LockFirstAccountAsync();
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

        // Checked last, like Identity's own duplicate check: a rejected password reveals nothing about the address
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
                await setup.InvalidateAsync();
            }

            if (mail.UsesSmtp && !demo && !confirmed)
            {
                db.OutboxMessages.Add(
                    new OutboxMessage(user.Id, OutboxMessageKind.ConfirmEmail, $"confirm:{user.Id:N}", null, now)
                );
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return (user, result);
    }

    public async Task<bool> IsLastAdminAsync(Guid userId) =>
        !await db.Users.AnyAsync(user => user.Id != userId && user.IsAdmin && user.DisabledAt == null)
        && await db.Users.AnyAsync(user => user.Id != userId && !user.IsDemo)
        && await db.Users.AnyAsync(user => user.Id == userId && user.IsAdmin);

    /// <exception cref="DomainRuleException">The account is the last administrator of a server with others.</exception>
    public async Task DeleteAsync(Guid userId)
    {
        var races = 0;
        while (!await TryDeleteAsync(userId, last: races == MaxRetries))
        {
            races++;
        }
    }

    /// <returns>The number of sessions ended. Other instances notice within a minute.</returns>
    public Task<int> EndSessionsAsync(Guid userId, Guid? exceptSessionId = null) =>
        sessions.EndAllAsync(userId, exceptSessionId);

    /// <param name="where">The device; see <see cref="Device.Describe"/>.</param>
    public async Task NotifyChangedAsync(AppUser user, CredentialChange change, string where)
    {
        if (!user.IsDemo)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.EnqueueAsync(
                new OutboxMessage(
                    user.Id,
                    OutboxMessageKind.CredentialsChanged,
                    $"changed:{Guid.CreateVersion7():N}",
                    null,
                    now,
                    CredentialChanges.ToDetail(change, where)
                )
            );
        }
    }

    /// <summary>Includes addresses held until a change that can still be undone.</summary>
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

    public async Task<bool> CanMailResetLinkAsync(AppUser user)
    {
        owner.Use(user.Id);
        return user.CanReceiveResetLink(mail.UsesSmtp, await db.Goals.AnyAsync());
    }

    /// <summary>At most one in five minutes.</summary>
    public Task SendResetAsync(Guid userId) =>
        EnqueueAsync(userId, OutboxMessageKind.ResetPassword, TimeSpan.FromMinutes(5));

    /// <summary>At most one in five minutes.</summary>
    public Task SendConfirmationAsync(Guid userId) =>
        EnqueueAsync(userId, OutboxMessageKind.ConfirmEmail, TimeSpan.FromMinutes(5));

    /// <summary>At most once an hour.</summary>
    public async Task NotifyExistingAsync(string email)
    {
        if (await users.FindByEmailAsync(email) is { } user)
        {
            await EnqueueAsync(user.Id, OutboxMessageKind.AccountExists, TimeSpan.FromHours(1));
        }
    }

    public async Task<bool> IsValidResetTokenAsync(string token) =>
        await FindTokenHolderAsync(token, TokenPurpose.AdminReset) is not null
        || await FindMailedResetHolderAsync(token) is not null;

    public async Task MarkUnconfirmedAsync(AppUser user)
    {
        (user.BouncedAt, user.BounceReason, user.EmailConfirmed) = (null, null, false);
        if ((await users.UpdateAsync(user)).Succeeded)
        {
            await SendConfirmationAsync(user.Id);
        }
    }

    /// <returns>Null when the token is unknown, used or expired.</returns>
    public async Task<Guid?> FindTokenHolderAsync(string token, TokenPurpose purpose) =>
        await ValidTokens(token, purpose).Select(row => (Guid?)row.UserId).SingleOrDefaultAsync();

    /// <summary>Consumes the token, ends a lockout and all sessions.</summary>
    /// <returns>Null when the token is unknown, used or expired.</returns>
    public async Task<IdentityResult?> ResetPasswordAsync(string token, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var mailed = await FindMailedResetHolderAsync(token) is null
            ? null
            : await UseTokenAsync(token, TokenPurpose.ResetPassword);
        if ((mailed ?? await UseTokenAsync(token, TokenPurpose.AdminReset)) is not { } user)
        {
            return null;
        }

        var result = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (result.Succeeded)
        {
            if (mailed is not null && mail.UsesSmtp)
            {
                // Using the e-mailed link proves access to the mailbox
                MarkConfirmed(user);
            }

            await CancelEmailChangesAsync(user.Id);

            await db
                .MailTokens.Where(row =>
                    row.UserId == user.Id
                    && (row.Purpose == TokenPurpose.ResetPassword || row.Purpose == TokenPurpose.AdminReset)
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

    /// <summary>Someone who knew the old password may have requested the change.</summary>
    public Task CancelEmailChangesAsync(Guid userId)
    {
        owner.Use(userId);
        return db.EmailChanges.Where(change => change.DoneAt == null).ExecuteDeleteAsync();
    }

    /// <returns>Null when the token is unknown, used or expired.</returns>
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

    private async Task<Guid?> FindMailedResetHolderAsync(string token) =>
        await FindTokenHolderAsync(token, TokenPurpose.ResetPassword) is { } holder
        && await users.FindByIdAsync(holder.ToString()) is { } user
        && await CanMailResetLinkAsync(user)
            ? holder
            : null;

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

    private async Task EnqueueAsync(Guid userId, OutboxMessageKind kind, TimeSpan distance)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var occasion = $"{kind}:{userId:N}:{now.Ticks / distance.Ticks}";
        owner.Use(userId);
        if (
            await db.OutboxMessages.SingleOrDefaultAsync(outboxMessage => outboxMessage.Occasion == occasion) is
            { } owed
        )
        {
            owed.RetryNow(now, onlyIfFailed: true);
            await db.SaveChangesAsync();
        }
        else
        {
            await db.EnqueueAsync(new OutboxMessage(userId, kind, occasion, null, now));
        }
    }

    /// <returns>False when another request wrote to the rows being deleted; then nothing is deleted.</returns>
    private async Task<bool> TryDeleteAsync(Guid userId, bool last)
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
