using System.Runtime.CompilerServices;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>
/// A message is claimed with a lease before sending and marked afterwards; after a crash in between it is sent again
/// under the same Message-Id.
/// </summary>
public sealed class OutboxDelivery(
    CompassDb db,
    MailSender sender,
    MailSettings settings,
    MailMonitor monitor,
    Localizer localizer,
    TimeProvider clock,
    AppMetrics appMetrics,
    ILogger<OutboxDelivery> log
)
{
    private const int BatchSize = 50;

    /// <summary>Consecutive refusals that end a run. A single one may concern only that recipient.</summary>
    private const int MaxRefused = 3;

    /// <summary>Leaves the rest to the next run: leases claimed later would expire during sending.</summary>
    private static readonly TimeSpan MaxDuration = OutboxMessage.LeaseTime / 2;

    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var sent = await SendAsync(now, cancellation);
        await monitor.CheckAsync(cancellation);
        return sent;
    }

    public static Task RetryNowAsync(CompassDb db, DateTime now, CancellationToken cancellation = default) =>
        db
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage =>
                outboxMessage.State == OutboxMessageState.Pending
                && outboxMessage.Fault != null
                && MailDeliveryException.ServerFaults.Contains(outboxMessage.Fault.Value)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(outboxMessage => outboxMessage.DueAt, now)
                        .SetProperty(outboxMessage => outboxMessage.Fault, (MailFaultKind?)null)
                        .SetProperty(outboxMessage => outboxMessage.Error, (string?)null),
                cancellation
            );

    private async Task<int> SendAsync(DateTime now, CancellationToken cancellation)
    {
        var (sent, refused) = (0, 0);
        await foreach (var dueMessage in ClaimMessagesAsync(now, cancellation))
        {
            var fault = await DeliverAsync(dueMessage, now, serverWorks: sent > 0, cancellation);
            refused = fault is null ? 0 : refused + 1;
            if (fault is { IsFromServer: true } && (fault.Kind != MailFaultKind.Refused || refused == MaxRefused))
            {
                // The server is down: the others would time out one by one
                return sent;
            }

            if (dueMessage.OutboxMessage.State == OutboxMessageState.Sent && sent++ == 0)
            {
                await RetryNowAsync(db, now, cancellation);
            }
        }

        return sent;
    }

    /// <summary>Releases messages not started when the run ends.</summary>
    private async IAsyncEnumerable<DueMessage> ClaimMessagesAsync(
        DateTime now,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var started = clock.GetTimestamp();
        for (var batch = await DueAsync(now, cancellation); batch.Count > 0; batch = await DueAsync(now, cancellation))
        {
            var left = new Queue<DueMessage>(batch);
            try
            {
                while (left.Count > 0)
                {
                    if (cancellation.IsCancellationRequested || clock.GetElapsedTime(started) > MaxDuration)
                    {
                        yield break;
                    }

                    yield return left.Dequeue();
                }
            }
            finally
            {
                if (left.Count > 0)
                {
                    await db.ReleaseAsync(
                        [.. left.Select(dueMessage => dueMessage.OutboxMessage.Id)],
                        now + OutboxMessage.LeaseTime
                    );
                }
            }
        }
    }

    private async Task<List<DueMessage>> DueAsync(DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var claimed = await db.ClaimAsync(now, BatchSize, cancellation);
        if (claimed.Count == 0)
        {
            return [];
        }

        var rows = await db
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage => claimed.Contains(outboxMessage.Id))
            .OrderBy(outboxMessage => outboxMessage.DueAt)
            .Select(outboxMessage => new
            {
                OutboxMessage = outboxMessage,
                Person = db.People.First(person => person.Id == outboxMessage.OwnerId),
                User = db.Users.First(user => user.Id == outboxMessage.OwnerId),
                Invitation = db.Invitations.FirstOrDefault(invitation => invitation.Id == outboxMessage.SubjectId),
                Change = db.EmailChanges.FirstOrDefault(change => change.Id == outboxMessage.SubjectId),
                IsTaken = db.EmailChanges.Any(change =>
                    change.Id == outboxMessage.SubjectId
                    && db.Users.Any(user =>
                        user.NormalizedEmail == change.NormalizedTo && user.Id != outboxMessage.OwnerId
                    )
                ),
                Review = db.Reviews.FirstOrDefault(review => review.Id == outboxMessage.SubjectId),
                Goals = db
                    .Goals.Where(goal => goal.OwnerId == outboxMessage.OwnerId && goal.State == GoalState.Active)
                    .OrderBy(goal => goal.Target)
                    .Select(goal => goal.Title)
                    .ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancellation);
        var news = await ReviewDigestLoader.LoadAsync(
            db,
            [
                .. rows.Where(row =>
                        row.OutboxMessage.Kind == OutboxMessageKind.ReviewReminder && row.Review is not null
                    )
                    .Select(row => (row.Person, row.Review!)),
            ],
            now,
            cancellation
        );
        return
        [
            .. rows.Select(row => new DueMessage(
                row.OutboxMessage,
                row.Person,
                row.User,
                row.Invitation,
                row.Review,
                row.Goals,
                news.GetValueOrDefault(row.Person.Id, ReviewDigest.None)
            )
            {
                Change = row.Change,
                IsTaken = row.IsTaken,
            }),
        ];
    }

    /// <returns>Null on success, or when another process holds the message.</returns>
    private async Task<MailDeliveryException?> DeliverAsync(
        DueMessage dueMessage,
        DateTime now,
        bool serverWorks,
        CancellationToken cancellation
    )
    {
        if (FindSkipReason(dueMessage, now) is { } reason)
        {
            dueMessage.OutboxMessage.MarkSkipped(reason);
            await SaveAsync(cancellation);
            return null;
        }

        var tokens = new List<MailToken>();
        MailDeliveryException? fault = null;
        try
        {
            var emailContent = ComposeContent(dueMessage, now, tokens);
            if (!await ClaimAsync(dueMessage.OutboxMessage, tokens, now, cancellation))
            {
                return null;
            }

            using var shutdownGracePeriod = new ShutdownGracePeriod(cancellation);
            await sender.SendAsync(
                dueMessage.OutboxMessage.Id,
                dueMessage.Address,
                dueMessage.Name,
                emailContent,
                now,
                shutdownGracePeriod.Token
            );
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // An unexpected error must not block the other messages
            fault =
                error as MailDeliveryException
                ?? new MailDeliveryException(MailFaultKind.NotComposed, error.GetBaseException().Message, error);
        }

        await RecordResultAsync(dueMessage, tokens, fault, serverWorks, now);
        return fault;
    }

    /// <summary>Saves the tokens too, so that links work as soon as the mail arrives.</summary>
    private async Task<bool> ClaimAsync(
        OutboxMessage outboxMessage,
        List<MailToken> tokens,
        DateTime now,
        CancellationToken cancellation
    )
    {
        outboxMessage.Claim(now);
        db.MailTokens.AddRange(tokens);
        return await SaveAsync(cancellation);
    }

    private async Task RecordResultAsync(
        DueMessage dueMessage,
        List<MailToken> tokens,
        MailDeliveryException? fault,
        bool serverWorks,
        DateTime now
    )
    {
        var outboxMessage = dueMessage.OutboxMessage;
        if (fault is null)
        {
            outboxMessage.MarkSent(now);
        }
        else
        {
            if (outboxMessage.Attempts == dueMessage.Attempts)
            {
                outboxMessage.Claim(now);
            }

            outboxMessage.MarkFailed(
                await ClassifyFaultAsync(outboxMessage, fault, serverWorks, now),
                fault.Message,
                now
            );
            appMetrics.CountFailedAttempt(fault.Kind.ToString().ToLowerInvariant());
            LogFault(outboxMessage, fault);
        }

        await SaveAsync(CancellationToken.None);
        foreach (var token in fault is { MayHaveArrived: false } ? tokens : [])
        {
            await db.MailTokens.Where(row => row.Hash == token.Hash).ExecuteDeleteAsync(CancellationToken.None);
        }

        if (fault is { Kind: MailFaultKind.BadAddress } || (fault is null && dueMessage.User.BouncedAt is not null))
        {
            var (at, reason) = (fault is null ? default(DateTime?) : now, fault is null ? null : outboxMessage.Error);
            await db
                .Users.Where(user => user.Id == outboxMessage.OwnerId && user.Email == dueMessage.Address)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(user => user.BouncedAt, at).SetProperty(user => user.BounceReason, reason),
                    CancellationToken.None
                );
        }
    }

    private async Task<MailFaultKind> ClassifyFaultAsync(
        OutboxMessage outboxMessage,
        MailDeliveryException fault,
        bool serverWorks,
        DateTime now
    )
    {
        if (serverWorks)
        {
            // The server has just accepted others, so the problem is this message, which must not be retried each time
            return fault.IsFromServer ? MailFaultKind.Temporary : fault.Kind;
        }

        var refusesAll = fault.Kind == MailFaultKind.Permanent && await RefusesAllAsync(outboxMessage, now);
        return refusesAll ? MailFaultKind.Refused : fault.Kind;
    }

    /// <summary>The server has accepted nothing since it refused another message, so the server is at fault.</summary>
    private async Task<bool> RefusesAllAsync(OutboxMessage outboxMessage, DateTime now)
    {
        var outboxMessages = db.OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner]);
        var taken = await outboxMessages
            .Where(other => other.State == OutboxMessageState.Sent)
            .OrderByDescending(other => other.DueAt)
            .Select(other => other.SentAt)
            .FirstOrDefaultAsync();
        var since = taken ?? now - OutboxMessage.MaxRetryTime;
        var refused = outboxMessages.Where(other => other.Id != outboxMessage.Id && other.DueAt >= since);
        var failed = refused.Where(other =>
            other.State == OutboxMessageState.Failed && other.Fault == MailFaultKind.Permanent
        );
        var waiting = refused.Where(other =>
            other.State == OutboxMessageState.Pending && other.Fault == MailFaultKind.Refused
        );
        var revived = await failed.ExecuteUpdateAsync(set =>
            set.SetProperty(other => other.State, OutboxMessageState.Pending)
                .SetProperty(other => other.Fault, MailFaultKind.Refused)
                .SetProperty(other => other.DueAt, now + OutboxMessage.FirstRetryDelay)
        );
        return revived > 0 || await waiting.AnyAsync();
    }

    // Omits the text of server and exception, which may name addresses and people
    private void LogFault(OutboxMessage outboxMessage, MailDeliveryException fault)
    {
        if (fault.Kind == MailFaultKind.NotComposed)
        {
            log.LogWarning(
                "Message {Message} could not be written: {Error} {Stack}",
                outboxMessage.Id,
                fault.GetBaseException().GetType().Name,
                fault.GetBaseException().StackTrace
            );
        }
        else if (fault.Kind == MailFaultKind.Folder)
        {
            log.LogWarning(
                "Message {Message} could not be written to the mail folder {Folder}: {Reason}",
                outboxMessage.Id,
                settings.Folder,
                fault.GetBaseException().Message
            );
        }
        else
        {
            log.LogWarning(
                "Message {Message} could not be delivered on attempt {Attempt}: {Fault} {Code}",
                outboxMessage.Id,
                outboxMessage.Attempts,
                fault.Kind,
                fault.Code
            );
        }
    }

    private string? FindSkipReason(DueMessage dueMessage, DateTime now) =>
        dueMessage.OutboxMessage.Kind switch
        {
            _ when dueMessage.User.DisabledAt is not null => "The account is disabled.",
            OutboxMessageKind.Invitation when dueMessage.Invitation?.StateAt(now) != InvitationState.Open =>
                "The invitation is no longer valid.",
            OutboxMessageKind.ReviewReminder
            or OutboxMessageKind.ReviewNudge when !dueMessage.Person.RemindersEnabled => "Reminders are off.",
            OutboxMessageKind.ReviewReminder
            or OutboxMessageKind.ReviewNudge when dueMessage.Review?.State != ReviewState.Open =>
                "The review is no longer open.",
            OutboxMessageKind.ReviewReminder
            or OutboxMessageKind.ReviewNudge when dueMessage.Review is { IsSnoozed: true } =>
                "The person asked to be reminded tomorrow.",
            OutboxMessageKind.ReviewReminder
            or OutboxMessageKind.ReviewNudge when settings.UsesSmtp && dueMessage.User.BouncedAt is not null =>
                "E-mail to the address bounced.",
            OutboxMessageKind.ReviewReminder
            or OutboxMessageKind.ReviewNudge when settings.UsesSmtp && !dueMessage.User.EmailConfirmed =>
                "The address is not confirmed.",
            OutboxMessageKind.ReviewReminder
                when dueMessage.Review is { NudgedAt: { } nudged } && nudged > dueMessage.OutboxMessage.CreatedAt =>
                "A second reminder was sent in the meantime.",
            OutboxMessageKind.ReviewNudge when dueMessage.Goals.Count == 0 => "No goal is active.",
            OutboxMessageKind.NewDevice
            or OutboxMessageKind.CredentialsChanged when settings.UsesSmtp && !dueMessage.User.EmailConfirmed =>
                "The address is not confirmed.",
            OutboxMessageKind.ConfirmEmail when dueMessage.User.EmailConfirmed => "The address is already confirmed.",
            OutboxMessageKind.ConfirmNewEmail when dueMessage.Change?.IsPendingAt(now) != true =>
                "The address change was cancelled.",
            OutboxMessageKind.EmailChanged when dueMessage.Change?.CanBeUndoneAt(now) != true =>
                "The address change can no longer be undone.",
            OutboxMessageKind.EmailRestored when dueMessage.Change is null => "The address change was too long ago.",
            _ => null,
        };

    private EmailContent ComposeContent(DueMessage dueMessage, DateTime now, List<MailToken> tokens)
    {
        localizer.TimeZone = dueMessage.Person.GetTimeZone();
        return dueMessage.OutboxMessage.Kind switch
        {
            OutboxMessageKind.ConfirmEmail => EmailContent.ConfirmEmail(
                localizer,
                dueMessage.PersonName,
                Link("account/confirm/", TokenPurpose.ConfirmEmail)
            ),
            OutboxMessageKind.AccountExists => EmailContent.AccountExists(
                localizer,
                dueMessage.PersonName,
                new Uri(settings.PublicUrl, "account/sign-in")
            ),
            OutboxMessageKind.NewDevice => EmailContent.NewDevice(
                localizer,
                dueMessage.PersonName,
                dueMessage.OutboxMessage.CreatedAt,
                dueMessage.OutboxMessage.Detail ?? "",
                new Uri(settings.PublicUrl, "account/forgot")
            ),
            OutboxMessageKind.CredentialsChanged => Changed(
                CredentialChanges.FromDetail(dueMessage.OutboxMessage.Detail)
            ),
            OutboxMessageKind.ConfirmNewEmail when dueMessage.IsTaken => EmailChangeContent.Taken(
                localizer,
                new Uri(settings.PublicUrl, "account/sign-in")
            ),
            OutboxMessageKind.ConfirmNewEmail => EmailChangeContent.Confirm(
                localizer,
                dueMessage.Change!.ConfirmUntil,
                Link("account/confirm/", TokenPurpose.ChangeEmail, dueMessage.Change.Id)
            ),
            OutboxMessageKind.EmailChanged => EmailChangeContent.Changed(
                localizer,
                dueMessage.PersonName,
                dueMessage.Change!.DoneAt!.Value,
                dueMessage.OutboxMessage.Detail ?? "",
                dueMessage.Change.UndoUntil,
                Link("link/", TokenPurpose.UndoEmail, dueMessage.Change.Id)
            ),
            OutboxMessageKind.EmailRestored => EmailChangeContent.Restored(
                localizer,
                dueMessage.PersonName,
                dueMessage.OutboxMessage.CreatedAt,
                settings.PublicUrl
            ),
            OutboxMessageKind.ResetPassword
                when !dueMessage.User.CanReceiveResetLink(settings.UsesSmtp, dueMessage.Goals.Count > 0) =>
                EmailChangeContent.NoReset(localizer, new Uri(settings.PublicUrl, "account/sign-in")),
            OutboxMessageKind.ResetPassword => EmailContent.ResetPassword(
                localizer,
                dueMessage.PersonName,
                Link("account/reset/", TokenPurpose.ResetPassword)
            ),
            OutboxMessageKind.Invitation => EmailContent.Invitation(
                localizer,
                dueMessage.PersonName,
                settings.PublicUrl,
                dueMessage.Invitation!.ExpiresAt,
                Link("invite/", TokenPurpose.Invitation)
            ),
            OutboxMessageKind.ReviewNudge => ReviewEmailContent.CreateNudge(localizer, About(dueMessage.Review!)),
            _ => ReviewEmailContent.CreateReminder(localizer, About(dueMessage.Review!), dueMessage.Digest.Shorten()),
        };

        ReviewEmailContent.ReviewEmailModel About(Review review) =>
            new(
                dueMessage.PersonName,
                review.Kind,
                review.Date,
                review.OpenedAt,
                dueMessage.Goals,
                new Uri(settings.PublicUrl, $"reviews/{review.Id}"),
                Link("link/", TokenPurpose.Snooze, review.Id),
                Link("unsubscribe/", TokenPurpose.Unsubscribe),
                step => Link("link/", TokenPurpose.CompleteNextStep, step)
            );

        EmailContent Changed((CredentialChange What, string Where) detail) =>
            EmailContent.CredentialsChanged(
                localizer,
                dueMessage.PersonName,
                detail.What,
                dueMessage.OutboxMessage.CreatedAt,
                detail.Where,
                new Uri(settings.PublicUrl, "account/forgot")
            );

        Uri Link(string path, TokenPurpose purpose, Guid? subject = null)
        {
            var bound =
                purpose
                is TokenPurpose.ConfirmEmail
                    or TokenPurpose.ResetPassword
                    or TokenPurpose.CompleteNextStep
                    or TokenPurpose.Snooze;
            var (token, text) = MailToken.Create(
                dueMessage.OutboxMessage.OwnerId,
                purpose,
                now,
                dueMessage.Invitation?.Id,
                subject,
                bound ? dueMessage.User.NormalizedEmail : null
            );
            tokens.Add(token);
            return new Uri(settings.PublicUrl, path + text);
        }
    }

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            foreach (
                var entry in db
                    .ChangeTracker.Entries<MailToken>()
                    .Where(entry => entry.State == EntityState.Added)
                    .Concat<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry>(conflict.Entries)
                    .ToList()
            )
            {
                entry.State = EntityState.Detached;
            }

            return false;
        }
    }

    /// <param name="Invitation">Sent to the invited address, not to the administrator who owns the message.</param>
    private sealed record DueMessage(
        OutboxMessage OutboxMessage,
        Person Person,
        AppUser User,
        Invitation? Invitation,
        Review? Review,
        IReadOnlyList<string> Goals,
        ReviewDigest Digest
    )
    {
        public EmailChange? Change { get; init; }

        public bool IsTaken { get; init; }

        public string Address =>
            OutboxMessage.Kind switch
            {
                OutboxMessageKind.Invitation => Invitation!.Email!,
                OutboxMessageKind.EmailChanged => Change!.From,
                OutboxMessageKind.ConfirmNewEmail or OutboxMessageKind.EmailRestored => Change!.To,
                _ => User.Email!,
            };

        /// <summary>Without line breaks, which would break the subject and greeting.</summary>
        public string PersonName { get; } = MailFormat.ToSingleLine(Person.Name);

        public string Name =>
            OutboxMessage.Kind is OutboxMessageKind.Invitation or OutboxMessageKind.ConfirmNewEmail ? "" : PersonName;

        public int Attempts { get; } = OutboxMessage.Attempts;
    }
}
