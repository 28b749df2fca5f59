using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>Links that act without a sign-in. Each does one thing to one row, once, and can be undone once.</summary>
public static class EmailLinkActions
{
    private static readonly TokenPurpose[] Purposes = [TokenPurpose.CompleteNextStep, TokenPurpose.Snooze];

    /// <summary>Also limits the context to the link's person.</summary>
    public static async Task<EmailLink> FindEmailLinkAsync(
        this CompassDb db,
        OwnerScope owner,
        string token,
        DateTime now
    )
    {
        var hash = MailToken.ComputeHash(token);
        var row = await db
            .MailTokens.AsNoTracking()
            .SingleOrDefaultAsync(row =>
                row.Hash == hash
                && Purposes.Contains(row.Purpose)
                && db.Users.Any(user =>
                    user.Id == row.UserId
                    && user.DisabledAt == null
                    && (row.Address == null || row.Address == user.NormalizedEmail)
                )
            );
        if (row is not { SubjectId: { } subject })
        {
            return EmailLink.Unknown;
        }

        owner.Use(row.UserId);
        var state =
            row.ExpiresAt <= now ? EmailLinkState.Expired
            : row.UndoneAt is not null ? EmailLinkState.Undone
            : row.UsedAt is not null ? EmailLinkState.Used
            : EmailLinkState.Unused;
        var action = new EmailLink(state, row.Purpose, row.UserId, subject, row.UsedAt);
        return row.Purpose == TokenPurpose.CompleteNextStep
            ? await StepAsync(db, action)
            : await ReviewAsync(db, action);
    }

    /// <returns>False when it was already done or undone, or there is nothing left to act on.</returns>
    public static async Task<bool> UseEmailLinkAsync(
        this CompassDb db,
        string token,
        EmailLink action,
        bool undo,
        DateTime now
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var hash = MailToken.ComputeHash(token);
        var mine = db.MailTokens.Where(row => row.Hash == hash && row.ExpiresAt > now && row.UndoneAt == null);
        var claimed = undo
            ? await mine.Where(row => row.UsedAt != null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UndoneAt, now))
            : await mine.Where(row => row.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now));
        if (
            claimed != 1
            || !await (
                action.Purpose == TokenPurpose.CompleteNextStep
                    ? TickAsync(db, action, undo, now)
                    : SnoozeAsync(db, action, undo, now)
            )
        )
        {
            return false;
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    private static async Task<EmailLink> StepAsync(CompassDb db, EmailLink action) =>
        await db
            .CheckIns.Where(checkIn =>
                checkIn.Id == action.SubjectId
                && checkIn.NextStep != null
                && db.Goals.Any(goal => goal.Id == checkIn.GoalId)
            )
            .Select(checkIn => new { checkIn.NextStep, checkIn.NextStepDoneAt })
            .SingleOrDefaultAsync()
            is { } checkIn
            ? action with
            {
                NextStep = checkIn.NextStep,
                State =
                    action.State == EmailLinkState.Unused && checkIn.NextStepDoneAt is not null
                        ? EmailLinkState.Used
                        : action.State,
            }
            : action with
            {
                State = EmailLinkState.Expired,
            };

    private static async Task<EmailLink> ReviewAsync(CompassDb db, EmailLink action) =>
        await db
            .Reviews.Where(review => review.Id == action.SubjectId && review.State == ReviewState.Open)
            .Select(review => new { review.Kind, review.Date })
            .SingleOrDefaultAsync()
            is { } open
            ? action with
            {
                Kind = open.Kind,
                Date = open.Date,
            }
            : action with
            {
                State = EmailLinkState.Expired,
            };

    private static async Task<bool> TickAsync(CompassDb db, EmailLink action, bool undo, DateTime now)
    {
        if (
            await db.CheckIns.SingleOrDefaultAsync(checkIn => checkIn.Id == action.SubjectId)
            is not { NextStep: not null } checkIn
        )
        {
            return false;
        }

        // Keeps a step that the person ticked off themselves in the meantime
        if (!undo || checkIn.NextStepDoneAt == action.UsedAt)
        {
            checkIn.SetNextStepDone(!undo, now);
        }

        return true;
    }

    private static async Task<bool> SnoozeAsync(CompassDb db, EmailLink action, bool undo, DateTime now)
    {
        if (
            await db.Reviews.SingleOrDefaultAsync(review => review.Id == action.SubjectId)
            is not { State: ReviewState.Open } review
        )
        {
            return false;
        }

        var person = await db.People.SingleAsync();
        if (undo)
        {
            review.Unsnooze(person, now);
        }
        else
        {
            review.Snooze(person, now);
        }

        return true;
    }
}
