using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Shows mail health and envelopes; never the text of an e-mail.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailModel(PageTools tools, MailSettings settings, MailMonitor watch) : AppPage(tools)
{
    private const int Envelopes = 50;

    [BindProperty(SupportsGet = true)]
    public MessageState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<Envelope> Mail { get; private set; } = [];

    public Guid? Older { get; private set; }

    public IReadOnlyList<(MessageState State, int Count)> States { get; private set; } = [];

    public MailHealthReport Condition { get; private set; } = null!;

    public MailDiagnosis? Trouble =>
        Condition.IsWell ? null
        : Condition.Fault is { } fault ? MailDiagnosis.For(fault, settings, T)
        : new(
            T["The mail delivery job has not run for more than five minutes."],
            T["Check under Jobs that “delivery” is running. If it is not, check the log."]
        );

    public string Delivery =>
        settings.UsesSmtp
            ? T["Mail is sent through {0}, port {1}.", settings.Smtp.Host!, settings.Smtp.Port]
            : T["No mail server is configured, so messages are saved as files in the folder {0}.", settings.Folder];

    public override async Task<IActionResult> OnGetAsync()
    {
        var outboxMessages = Db.OutboxMessages.IgnoreQueryFilters([Filters.Owner]).AsNoTracking();
        var shown = outboxMessages.Where(outboxMessage =>
            (State == null || outboxMessage.State == State) && (Before == null || outboxMessage.Id < Before)
        );

        // Ids sort by creation time and are indexed
        Mail = await shown
            .OrderByDescending(outboxMessage => outboxMessage.Id)
            .Take(Envelopes + 1)
            .Select(outboxMessage => new Envelope(
                outboxMessage.Id,
                outboxMessage.Kind,
                outboxMessage.Kind == MessageKind.Invitation
                    ? Db.Invitations.First(invitation => invitation.Id == outboxMessage.SubjectId).Email
                    : Db.EmailChanges.Where(change => change.Id == outboxMessage.SubjectId)
                        .Select(change => outboxMessage.Kind == MessageKind.EmailChanged ? change.From : change.To)
                        .FirstOrDefault()
                        ?? Db.Users.First(user => user.Id == outboxMessage.OwnerId).Email,
                outboxMessage.State,
                outboxMessage.Attempts,
                outboxMessage.CreatedAt,
                outboxMessage.DueAt,
                outboxMessage.SentAt,
                outboxMessage.Fault,
                outboxMessage.Error
            ))
            .ToListAsync();
        if (Mail.Count > Envelopes)
        {
            (Mail, Older) = ([.. Mail.Take(Envelopes)], Mail[Envelopes - 1].Id);
        }

        var states = await outboxMessages
            .GroupBy(outboxMessage => outboxMessage.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync();
        States =
        [
            .. Enum.GetValues<MessageState>()
                .Select(state => (state, states.Find(row => row.Key == state)?.Count ?? 0)),
        ];
        Condition = await watch.LastAsync();
        return Page();
    }

    public string Name(MessageKind kind) =>
        kind switch
        {
            MessageKind.ReviewReminder => T["Review reminder"],
            MessageKind.ReviewNudge => T["Review nudge"],
            MessageKind.ConfirmEmail => T["Address confirmation"],
            MessageKind.Invitation => T["Invitation"],
            MessageKind.ResetPassword => T["New password"],
            MessageKind.AccountExists => T["Account already exists"],
            MessageKind.NewDevice => T["New device"],
            MessageKind.CredentialsChanged => T["Sign-in change"],
            MessageKind.ConfirmNewEmail => T["New address confirmation"],
            MessageKind.EmailChanged => T["Address change"],
            MessageKind.EmailRestored => T["Address restored"],
            _ => T[kind.ToString()],
        };

    public sealed record Envelope(
        Guid Id,
        MessageKind Kind,
        string? To,
        MessageState State,
        int Attempts,
        DateTime CreatedAt,
        DateTime DueAt,
        DateTime? SentAt,
        MailFaultKind? Fault,
        string? Error
    )
    {
        public bool CanGoNow => State == MessageState.Failed || (State == MessageState.Pending && Attempts > 0);
    }
}
