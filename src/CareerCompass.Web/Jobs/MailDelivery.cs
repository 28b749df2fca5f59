using System.Runtime.CompilerServices;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using CareerCompass.Web.Language;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>
/// Delivers what the outbox owes. A message is claimed with a lease before it is sent and marked after; killed in between,
/// it goes again under the same Message-Id.
/// </summary>
public sealed class MailDelivery(
    CompassDb db, MailSender sender, MailSettings settings, MailWatch watch, Words words, TimeProvider clock, Metrics metrics, ILogger<MailDelivery> log)
{
    private const int BatchSize = 50;

    /// <summary>Refusals in a row that end a run. A single one may be about that recipient only.</summary>
    private const int MaxRefused = 3;

    /// <summary>After this the rest is left to the next run: what is claimed later would be taken over while it is sent.</summary>
    private static readonly TimeSpan LongestRun = Message.Lease / 2;

    /// <returns>How many messages were handed over.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var sent = await SendAsync(now, cancellation);
        await watch.LookAsync(cancellation);
        return sent;
    }

    /// <summary>The server works: what waited only for it goes at once, and is not in trouble any more.</summary>
    public static Task PullForwardAsync(CompassDb db, DateTime now, CancellationToken cancellation = default) => db.Messages.IgnoreQueryFilters([Filters.Owner])
        .Where(message => message.State == MessageState.Pending && message.Fault != null && MailFault.OfServer.Contains(message.Fault.Value))
        .ExecuteUpdateAsync(
            set => set.SetProperty(message => message.DueAt, now).SetProperty(message => message.Fault, (FaultKind?)null).SetProperty(message => message.Error, (string?)null),
            cancellation);

    private async Task<int> SendAsync(DateTime now, CancellationToken cancellation)
    {
        var (sent, refused) = (0, 0);
        await foreach (var due in OwedAsync(now, cancellation))
        {
            var fault = await DeliverAsync(due, now, serverWorks: sent > 0, cancellation);
            refused = fault is null ? 0 : refused + 1;
            if (fault is { IsServers: true } && (fault.Kind != FaultKind.Refused || refused == MaxRefused))
            {
                return sent; // the rest would only wait for the server one by one
            }

            if (due.Message.State == MessageState.Sent && sent++ == 0)
            {
                await PullForwardAsync(db, now, cancellation);
            }
        }

        return sent;
    }

    /// <summary>What is due, claimed a batch at a time. What has not been begun when the run ends is given back.</summary>
    private async IAsyncEnumerable<Due> OwedAsync(DateTime now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        for (var batch = await DueAsync(now, cancellation); batch.Count > 0; batch = await DueAsync(now, cancellation))
        {
            var left = new Queue<Due>(batch);
            try
            {
                while (left.Count > 0)
                {
                    if (cancellation.IsCancellationRequested || clock.GetElapsedTime(started) > LongestRun)
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
                    await db.ReleaseAsync([.. left.Select(due => due.Message.Id)], now + Message.Lease);
                }
            }
        }
    }

    private async Task<List<Due>> DueAsync(DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var claimed = await db.ClaimAsync(now, BatchSize, cancellation);
        if (claimed.Count == 0)
        {
            return [];
        }

        var rows = await db.Messages.IgnoreQueryFilters([Filters.Owner]).Where(message => claimed.Contains(message.Id)).OrderBy(message => message.DueAt).Select(message => new
        {
            Message = message,
            Person = db.People.First(person => person.Id == message.OwnerId),
            User = db.Users.First(user => user.Id == message.OwnerId),
            Invite = db.Invites.FirstOrDefault(invite => invite.Id == message.SubjectId),
            Change = db.EmailChanges.FirstOrDefault(change => change.Id == message.SubjectId),
            IsTaken = db.EmailChanges.Any(change => change.Id == message.SubjectId && db.Users.Any(user => user.NormalizedEmail == change.ToKey && user.Id != message.OwnerId)),
            Review = db.Reviews.FirstOrDefault(review => review.Id == message.SubjectId),
            Goals = db.Goals.Where(goal => goal.OwnerId == message.OwnerId && goal.State == GoalState.Active).OrderBy(goal => goal.Target).Select(goal => goal.Title).ToList(),
        }).AsSplitQuery().ToListAsync(cancellation);
        var news = await ReminderNews.ReadAsync(
            db, [.. rows.Where(row => row.Message.Kind == MessageKind.ReviewReminder && row.Review is not null).Select(row => (row.Person, row.Review!))], now, cancellation);
        return [.. rows.Select(row => new Due(row.Message, row.Person, row.User, row.Invite, row.Review, row.Goals, news.GetValueOrDefault(row.Person.Id, ReviewDigest.None))
        {
            Change = row.Change,
            IsTaken = row.IsTaken,
        })];
    }

    /// <returns>What went wrong; null when nothing did, or the message was not ours to send.</returns>
    private async Task<MailFault?> DeliverAsync(Due due, DateTime now, bool serverWorks, CancellationToken cancellation)
    {
        if (NoLongerWanted(due, now) is { } reason)
        {
            due.Message.Skip(reason);
            await SaveAsync(cancellation);
            return null;
        }

        var tokens = new List<MailToken>();
        MailFault? fault = null;
        try
        {
            var letter = Write(due, now, tokens);
            if (!await ClaimAsync(due.Message, tokens, now, cancellation))
            {
                return null; // somebody else has it
            }

            using var grace = new Grace(cancellation);
            await sender.SendAsync(due.Message.Id, due.Address, due.Name, letter, now, grace.Token);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, it must not keep the other messages from going
            fault = error as MailFault ?? new MailFault(FaultKind.Unwritten, error.GetBaseException().Message, error);
        }

        await MarkAsync(due, tokens, fault, serverWorks, now);
        return fault;
    }

    /// <summary>From here on the message is ours until its lease is over. Its tokens go with it, so that the links work the moment the mail arrives.</summary>
    private async Task<bool> ClaimAsync(Message message, List<MailToken> tokens, DateTime now, CancellationToken cancellation)
    {
        message.Claim(now);
        db.MailTokens.AddRange(tokens);
        return await SaveAsync(cancellation);
    }

    private async Task MarkAsync(Due due, List<MailToken> tokens, MailFault? fault, bool serverWorks, DateTime now)
    {
        var message = due.Message;
        if (fault is null)
        {
            message.Deliver(now);
        }
        else
        {
            if (message.Attempts == due.Attempts)
            {
                message.Claim(now); // it could not even be written: that is an attempt, too
            }

            message.Fail(await KindAsync(message, fault, serverWorks, now), fault.Message, now);
            metrics.MessageFailed(fault.Kind.ToString().ToLowerInvariant());
            Tell(message, fault);
        }

        await SaveAsync(CancellationToken.None);
        foreach (var token in fault is { MayHaveArrived: false } ? tokens : [])
        {
            await db.MailTokens.Where(row => row.Hash == token.Hash).ExecuteDeleteAsync(CancellationToken.None); // nobody has its link
        }

        if (fault is { Kind: FaultKind.BadAddress } || (fault is null && due.User.BouncedAt is not null))
        {
            var (at, reason) = (fault is null ? default(DateTime?) : now, fault is null ? null : message.Error);
            await db.Users.Where(user => user.Id == message.OwnerId && user.Email == due.Address).ExecuteUpdateAsync(
                set => set.SetProperty(user => user.BouncedAt, at).SetProperty(user => user.BounceReason, reason), CancellationToken.None);
        }
    }

    /// <summary>What the fault is of, seen with what became of other messages.</summary>
    private async Task<FaultKind> KindAsync(Message message, MailFault fault, bool serverWorks, DateTime now)
    {
        if (serverWorks)
        {
            // The server has just taken others, so it is this message that it stumbles over. It must not go again each time
            // that others are sent
            return fault.IsServers ? FaultKind.Temporary : fault.Kind;
        }

        var refusesAll = fault.Kind == FaultKind.Permanent && await RefusesAllAsync(message, now);
        return refusesAll ? FaultKind.Refused : fault.Kind;
    }

    /// <summary>
    /// Whether the server took no message since it refused another one: then it is not the messages that it dislikes,
    /// and those that failed wait with this one.
    /// </summary>
    private async Task<bool> RefusesAllAsync(Message message, DateTime now)
    {
        var messages = db.Messages.IgnoreQueryFilters([Filters.Owner]);
        var taken = await messages.Where(other => other.State == MessageState.Sent)
            .OrderByDescending(other => other.DueAt).Select(other => other.SentAt).FirstOrDefaultAsync();
        var since = taken ?? now - Message.Patience;
        var refused = messages.Where(other => other.Id != message.Id && other.DueAt >= since);
        var failed = refused.Where(other => other.State == MessageState.Failed && other.Fault == FaultKind.Permanent);
        var waiting = refused.Where(other => other.State == MessageState.Pending && other.Fault == FaultKind.Refused);
        var revived = await failed.ExecuteUpdateAsync(set => set
            .SetProperty(other => other.State, MessageState.Pending)
            .SetProperty(other => other.Fault, FaultKind.Refused)
            .SetProperty(other => other.DueAt, now + Message.FirstDelay));
        return revived > 0 || await waiting.AnyAsync();
    }

    // Without the words of server or exception, which name addresses and people
    private void Tell(Message message, MailFault fault)
    {
        if (fault.Kind == FaultKind.Unwritten)
        {
            log.LogWarning("Message {Message} could not be written: {Error} {Stack}", message.Id, fault.GetBaseException().GetType().Name, fault.GetBaseException().StackTrace);
        }
        else if (fault.Kind == FaultKind.Folder)
        {
            log.LogWarning(
                "Message {Message} could not be written to the mail folder {Folder}: {Reason}",
                message.Id, settings.Folder, fault.GetBaseException().Message);
        }
        else
        {
            log.LogWarning("Message {Message} could not be delivered at attempt {Attempt}: {Fault} {Code}", message.Id, message.Attempts, fault.Kind, fault.Code);
        }
    }

    private string? NoLongerWanted(Due due, DateTime now) => due.Message.Kind switch
    {
        _ when due.User.DisabledAt is not null => "The account is disabled.",
        MessageKind.Invitation when due.Invite?.StateAt(now) != InviteState.Open => "The invitation does not hold any more.",
        MessageKind.ReviewReminder or MessageKind.ReviewNudge when !due.Person.RemindersEnabled => "Reminders are off.",
        MessageKind.ReviewReminder or MessageKind.ReviewNudge when due.Review?.State != ReviewState.Open => "The review is no longer open.",
        MessageKind.ReviewReminder or MessageKind.ReviewNudge when due.Review is { IsSnoozed: true } => "The person asked to be reminded tomorrow.",
        MessageKind.ReviewReminder or MessageKind.ReviewNudge when settings.UsesSmtp && due.User.BouncedAt is not null => "Mail to the address came back.",
        MessageKind.ReviewReminder or MessageKind.ReviewNudge when settings.UsesSmtp && !due.User.EmailConfirmed => "The address is not confirmed.",
        MessageKind.ReviewReminder when due.Review is { NudgedAt: { } nudged } && nudged > due.Message.CreatedAt => "It was mentioned once more meanwhile.",
        MessageKind.ReviewNudge when due.Goals.Count == 0 => "No goal is active.",
        MessageKind.NewDevice or MessageKind.CredentialsChanged when settings.UsesSmtp && !due.User.EmailConfirmed => "The address is not confirmed.",
        MessageKind.ConfirmEmail when due.User.EmailConfirmed => "The address is confirmed already.",
        MessageKind.ConfirmNewEmail when due.Change?.IsPendingAt(now) != true => "The change of the address was cancelled.",
        MessageKind.EmailChanged when due.Change?.CanBeUndoneAt(now) != true => "The change of the address cannot be undone any more.",
        MessageKind.EmailRestored when due.Change is null => "It was too long ago.",
        _ => null,
    };

    private Letter Write(Due due, DateTime now, List<MailToken> tokens)
    {
        words.Zone = due.Person.GetTimeZone();
        return due.Message.Kind switch
        {
            MessageKind.ConfirmEmail => Letter.ConfirmEmail(words, due.PersonName, Link("account/confirm/", TokenPurpose.ConfirmEmail)),
            MessageKind.AccountExists => Letter.AccountExists(words, due.PersonName, new Uri(settings.PublicUrl, "account/sign-in")),
            MessageKind.NewDevice => Letter.NewDevice(words, due.PersonName, due.Message.CreatedAt, due.Message.Detail ?? "", new Uri(settings.PublicUrl, "account/forgot")),
            MessageKind.CredentialsChanged => Changed(CredentialChanges.Read(due.Message.Detail)),
            MessageKind.ConfirmNewEmail when due.IsTaken => EmailChangeLetter.Taken(words, new Uri(settings.PublicUrl, "account/sign-in")),
            MessageKind.ConfirmNewEmail => EmailChangeLetter.Confirm(
                words, due.Change!.ConfirmUntil, Link("account/confirm/", TokenPurpose.ChangeEmail, due.Change.Id)),
            MessageKind.EmailChanged => EmailChangeLetter.Changed(
                words, due.PersonName, due.Change!.DoneAt!.Value, due.Message.Detail ?? "", due.Change.UndoUntil, Link("link/", TokenPurpose.UndoEmail, due.Change.Id)),
            MessageKind.EmailRestored => EmailChangeLetter.Restored(words, due.PersonName, due.Message.CreatedAt, settings.PublicUrl),
            MessageKind.ResetPassword when !due.User.MayBeMailedReset(settings.UsesSmtp, due.Goals.Count > 0) =>
                EmailChangeLetter.NoReset(words, new Uri(settings.PublicUrl, "account/sign-in")),
            MessageKind.ResetPassword => Letter.ResetPassword(words, due.PersonName, Link("account/reset/", TokenPurpose.ResetPassword)),
            MessageKind.Invitation => Letter.Invitation(words, due.PersonName, settings.PublicUrl, due.Invite!.ExpiresAt, Link("invite/", TokenPurpose.Invitation)),
            MessageKind.ReviewNudge => ReviewLetter.Nudge(words, About(due.Review!)),
            _ => ReviewLetter.Reminder(words, About(due.Review!), due.News.Shorten()),
        };

        ReviewLetter.About About(Review review) => new(
            due.PersonName, review.Kind, review.Date, review.OpenedAt, due.Goals, new Uri(settings.PublicUrl, $"reviews/{review.Id}"),
            Link("link/", TokenPurpose.Snooze, review.Id), Link("unsubscribe/", TokenPurpose.Unsubscribe), step => Link("link/", TokenPurpose.TickStep, step));

        Letter Changed((CredentialChange What, string Where) detail) => Letter.CredentialsChanged(
            words, due.PersonName, detail.What, due.Message.CreatedAt, detail.Where, new Uri(settings.PublicUrl, "account/forgot"));

        Uri Link(string path, TokenPurpose purpose, Guid? subject = null)
        {
            var bound = purpose is TokenPurpose.ConfirmEmail or TokenPurpose.ResetPassword or TokenPurpose.TickStep or TokenPurpose.Snooze;
            var (token, text) = MailToken.New(due.Message.OwnerId, purpose, now, due.Invite?.Id, subject, bound ? due.User.NormalizedEmail : null);
            tokens.Add(token);
            return new Uri(settings.PublicUrl, path + text);
        }
    }

    /// <returns>False when another process changed the message first.</returns>
    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            foreach (var entry in db.ChangeTracker.Entries<MailToken>().Where(entry => entry.State == EntityState.Added).Concat<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry>(conflict.Entries).ToList())
            {
                entry.State = EntityState.Detached;
            }

            return false;
        }
    }

    /// <param name="Invite">It goes to whom it invites, not to the administrator that the message belongs to.</param>
    private sealed record Due(Message Message, Person Person, AppUser User, Invite? Invite, Review? Review, IReadOnlyList<string> Goals, ReviewDigest News)
    {
        /// <summary>What a message about the account's address is about.</summary>
        public EmailChange? Change { get; init; }

        /// <summary>Another account has the new address.</summary>
        public bool IsTaken { get; init; }

        public string Address => Message.Kind switch
        {
            MessageKind.Invitation => Invite!.Email!,
            MessageKind.EmailChanged => Change!.From,
            MessageKind.ConfirmNewEmail or MessageKind.EmailRestored => Change!.To,
            _ => User.Email!,
        };

        /// <summary>Names may hold line breaks, which no subject and no greeting can.</summary>
        public string PersonName { get; } = MailFormat.OneLine(Person.Name);

        public string Name => Message.Kind is MessageKind.Invitation or MessageKind.ConfirmNewEmail ? "" : PersonName;

        /// <summary>Before this delivery.</summary>
        public int Attempts { get; } = Message.Attempts;
    }
}
