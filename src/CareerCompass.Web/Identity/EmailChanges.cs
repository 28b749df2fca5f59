using CareerCompass.Domain;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Confirming takes both the e-mailed link and the account's own sign-in, so a mistyped address gives its owner no
/// access.
/// </summary>
public sealed class EmailChanges(
    CompassDb db,
    OwnerScope owner,
    UserManager<AppUser> users,
    Accounts accounts,
    CredentialSnapshots marks,
    MailSettings mail,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Replaces a pending change.</summary>
    public async Task RequestAsync(AppUser user, string email, string where)
    {
        if (user.IsDemo)
        {
            throw new DomainRuleException("", "The demo account keeps its address.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var change = await BeginAsync(user, email);
        db.OutboxMessages.Add(
            new OutboxMessage(
                user.Id,
                OutboxMessageKind.ConfirmNewEmail,
                $"new-email:{change.Id:N}",
                change.Id,
                Now,
                where
            )
        );
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public async Task<(EmailChange Change, OutboxMessage? Mail)?> FindPendingAsync(Guid userId)
    {
        var change = await db
            .EmailChanges.AsNoTracking()
            .SingleOrDefaultAsync(row => row.OwnerId == userId && row.DoneAt == null && row.EndedAt == null);
        if (change?.IsPendingAt(Now) != true)
        {
            return null;
        }

        var sent = await db
            .OutboxMessages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.SubjectId == change.Id && row.Kind == OutboxMessageKind.ConfirmNewEmail);
        return (change, sent);
    }

    public async Task CancelAsync(Guid userId)
    {
        await EndPendingAsync(userId);
        await db.SaveChangesAsync();
    }

    /// <summary>For an administrator or a command. The caller owns the transaction.</summary>
    /// <exception cref="DomainRuleException">This or another account already has the address.</exception>
    public async Task ChangeNowAsync(AppUser user, string email, string by)
    {
        var change = await BeginAsync(user, email);
        if (await accounts.IsTakenAsync(change.To, user.Id))
        {
            throw new DomainRuleException("Email", "An account with this address already exists.");
        }

        await CompleteAsync(user, change, confirmed: false, by);
        if (mail.UsesSmtp)
        {
            db.OutboxMessages.Add(
                new OutboxMessage(user.Id, OutboxMessageKind.ConfirmEmail, $"confirm:{change.Id:N}", null, Now)
            );
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Also limits the context to the link's person. Null when the link is unknown, used or expired.</summary>
    public async Task<EmailConfirmationLink?> FindConfirmationLinkAsync(string token)
    {
        if (await accounts.FindTokenHolderAsync(token, TokenPurpose.ConfirmEmail) is { } holder)
        {
            return await users.FindByIdAsync(holder.ToString()) is { DisabledAt: null } user
                ? new EmailConfirmationLink(user, null)
                : null;
        }

        return await ChangeAsync(token, TokenPurpose.ChangeEmail) is var (mover, change) && change.IsPendingAt(Now)
            ? new EmailConfirmationLink(mover, change)
            : null;
    }

    /// <summary>The caller checks that the account's holder is using the link.</summary>
    public async Task<EmailConfirmationResult> ConfirmAsync(string token, string where)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await ChangeAsync(token, TokenPurpose.ChangeEmail) is not var (user, change) || !change.IsPendingAt(Now))
        {
            return EmailConfirmationResult.Invalid;
        }

        if (await accounts.IsTakenAsync(change.To, user.Id))
        {
            return EmailConfirmationResult.AddressTaken;
        }

        try
        {
            await CompleteAsync(user, change, confirmed: mail.UsesSmtp, where);
        }
        catch (DbUpdateException conflict) when (conflict is not DbUpdateConcurrencyException && conflict.IsConflict())
        {
            return EmailConfirmationResult.AddressTaken;
        }

        await transaction.CommitAsync();
        return EmailConfirmationResult.Confirmed;
    }

    /// <summary>Also limits the context to the link's person. Null when the link is unknown.</summary>
    public async Task<EmailChange?> FindUndoableAsync(string token) =>
        (await ChangeAsync(token, TokenPurpose.UndoEmail))?.Change;

    /// <summary>Restores the former address, signs out all devices and removes credentials added since.</summary>
    /// <returns>A token for setting a new password; null when the link no longer works.</returns>
    public async Task<string?> UndoAsync(string token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await ChangeAsync(token, TokenPurpose.UndoEmail) is not var (user, change) || !change.CanBeUndoneAt(Now))
        {
            return null;
        }

        if (await accounts.IsTakenAsync(change.From, user.Id))
        {
            throw new DomainRuleException(
                "",
                "Another account now has this address. Please contact the administrator."
            );
        }

        var last = await EndSinceAsync(change);
        var tell = user.EmailConfirmed;
        await marks.RestoreAsync(user, change.CredentialSnapshot);
        (user.SecurityStamp, user.LockoutEnd, user.AccessFailedCount) = (Guid.NewGuid().ToString(), null, 0);
        SetAddress(user, change.From, confirmed: mail.UsesSmtp);
        await DropTokensAsync(user.Id, [TokenPurpose.AdminReset, TokenPurpose.ChangeEmail, TokenPurpose.FormerAddress]);
        if (tell)
        {
            db.OutboxMessages.Add(
                new OutboxMessage(user.Id, OutboxMessageKind.EmailRestored, $"restored:{change.Id:N}", last.Id, Now)
            );
        }

        var (reset, text) = MailToken.Create(user.Id, TokenPurpose.ResetPassword, Now, address: user.NormalizedEmail);
        db.MailTokens.Add(reset);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await accounts.EndSessionsAsync(user.Id);
        return text;
    }

    private async Task<EmailChange> BeginAsync(AppUser user, string email)
    {
        var to = email.Trim().Normalize();
        if (to == user.Email)
        {
            throw new DomainRuleException("Email", "The account already has this address.");
        }

        owner.Use(user.Id);
        await EndPendingAsync(user.Id);
        // Saved before adding the new one: only one change may be pending
        await db.SaveChangesAsync();
        var change = new EmailChange(user.Id, user.Email!, to, users.NormalizeEmail(to)!, Now);
        db.EmailChanges.Add(change);
        return change;
    }

    private async Task CompleteAsync(AppUser user, EmailChange change, bool confirmed, string where)
    {
        change.Complete(user.EmailConfirmed || !mail.UsesSmtp, await marks.CaptureAsync(user), Now);
        if (change.IsTrusted)
        {
            // Reserves the address for the account as long as the change can be undone
            db.MailTokens.Add(
                MailToken.Create(user.Id, TokenPurpose.FormerAddress, Now, address: user.NormalizedEmail).Token
            );
            db.OutboxMessages.Add(
                new OutboxMessage(
                    user.Id,
                    OutboxMessageKind.EmailChanged,
                    $"moved:{change.Id:N}",
                    change.Id,
                    Now,
                    where
                )
            );
        }

        SetAddress(user, change.To, confirmed);
        await db.SaveChangesAsync();
        await DropTokensAsync(user.Id, [TokenPurpose.ChangeEmail]);
    }

    private void SetAddress(AppUser user, string email, bool confirmed)
    {
        (user.Email, user.NormalizedEmail) = (email, users.NormalizeEmail(email));
        (user.UserName, user.NormalizedUserName) = (email, users.NormalizeName(email));
        (user.EmailConfirmed, user.BouncedAt, user.BounceReason) = (confirmed, null, null);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    private Task<int> DropTokensAsync(Guid userId, TokenPurpose[] purposes)
    {
        TokenPurpose[] all = [TokenPurpose.ConfirmEmail, TokenPurpose.ResetPassword, .. purposes];
        return db.MailTokens.Where(row => row.UserId == userId && all.Contains(row.Purpose)).ExecuteDeleteAsync();
    }

    private async Task EndPendingAsync(Guid userId)
    {
        owner.Use(userId);
        foreach (
            var change in await db.EmailChanges.Where(row => row.DoneAt == null && row.EndedAt == null).ToListAsync()
        )
        {
            change.End(Now);
        }
    }

    /// <summary>Also ends later changes: a link to an address in between can no longer undo anything.</summary>
    private async Task<EmailChange> EndSinceAsync(EmailChange first)
    {
        var since = await db
            .EmailChanges.Where(row => row.EndedAt == null && (row.DoneAt == null || row.DoneAt >= first.DoneAt))
            .ToListAsync();
        foreach (var change in since)
        {
            change.End(Now);
        }

        return since.Where(change => change.DoneAt is not null).MaxBy(change => change.Id) ?? first;
    }

    private async Task<(AppUser User, EmailChange Change)?> ChangeAsync(string token, TokenPurpose purpose)
    {
        var (hash, now) = (MailToken.ComputeHash(token), Now);
        var row = await db
            .MailTokens.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Hash == hash && row.Purpose == purpose && row.ExpiresAt > now);
        if (row is null || await users.FindByIdAsync(row.UserId.ToString()) is not { DisabledAt: null } user)
        {
            return null;
        }

        owner.Use(row.UserId);
        return await db.EmailChanges.SingleOrDefaultAsync(change => change.Id == row.SubjectId) is { } change
            ? (user, change)
            : null;
    }
}
