using CareerCompass.Domain;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

public sealed class Housekeeping(CompassDb db)
{
    /// <summary>Sign-in history and known devices are kept this long.</summary>
    private const int SessionDays = 90;

    /// <summary>An expired invitation's link explains itself for this long.</summary>
    private const int InviteDays = 180;

    /// <summary>Delivery results are kept this long; by then no occasion repeats.</summary>
    private const int MailDays = 90;

    /// <returns>The number of rows deleted.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddDays(-Limits.TrashRetentionDays);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var deleted = await db.EraseGoalsAsync(goal => goal.TrashedAt < before);
        deleted += await All(db.TimeEntries)
            .Where(timeEntry => timeEntry.TrashedAt < before)
            .ExecuteDeleteAsync(cancellation);

        // Time entries outlive their task, because they count for the goal
        var tasks = All(db.Tasks).Where(task => task.TrashedAt < before);
        await All(db.TimeEntries)
            .Where(timeEntry => tasks.Any(task => task.Id == timeEntry.TaskId))
            .ExecuteUpdateAsync(set => set.SetProperty(timeEntry => timeEntry.TaskId, (Guid?)null), cancellation);
        deleted += await tasks.ExecuteDeleteAsync(cancellation);

        var milestones = All(db.Milestones).Where(milestone => milestone.TrashedAt < before);
        await All(db.Tasks)
            .Where(task => milestones.Any(milestone => milestone.Id == task.MilestoneId))
            .ExecuteUpdateAsync(set => set.SetProperty(task => task.MilestoneId, (Guid?)null), cancellation);
        deleted += await milestones.ExecuteDeleteAsync(cancellation);
        deleted += await All(db.Tripwires)
            .Where(tripwire => tripwire.TrashedAt < before)
            .ExecuteDeleteAsync(cancellation);
        deleted += await All(db.PersonalTemplates)
            .Where(template => template.TrashedAt < before)
            .ExecuteDeleteAsync(cancellation);

        deleted += await db.MailTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        var invites = now.AddDays(-InviteDays);
        deleted += await db
            .Invitations.Where(invitation => invitation.ExpiresAt < invites)
            .ExecuteDeleteAsync(cancellation);
        deleted += await db
            .MailTokens.Where(token =>
                token.InviteId != null && !db.Invitations.Any(invitation => invitation.Id == token.InviteId)
            )
            .ExecuteDeleteAsync(cancellation);
        var sessions = now.AddDays(-SessionDays);
        deleted += await db.Sessions.Where(session => session.LastSeenAt < sessions).ExecuteDeleteAsync(cancellation);
        var mails = now.AddDays(-MailDays);
        deleted += await All(db.EmailChanges)
            .Where(change => change.RequestedAt < mails)
            .ExecuteDeleteAsync(cancellation);
        deleted += await All(db.OutboxMessages)
            .Where(outboxMessage =>
                (
                    outboxMessage.State == OutboxMessageState.Sent
                    || outboxMessage.State == OutboxMessageState.Skipped
                    || outboxMessage.State == OutboxMessageState.Failed
                )
                && outboxMessage.DueAt < mails
            )
            .ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return deleted;
    }

    private static IQueryable<T> All<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash]);
}
