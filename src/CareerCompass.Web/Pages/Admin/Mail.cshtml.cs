using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Shows mail health and envelopes; never the text of an e-mail.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailModel(PageDependencies tools, MailSettings settings, MailMonitor monitor) : AppPage(tools)
{
    private const int Envelopes = 50;

    [BindProperty(SupportsGet = true)]
    public OutboxMessageState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public Guid? Older { get; private set; }

    public IReadOnlyList<(OutboxMessageState State, int Count)> States { get; private set; } = [];

    public MailHealthReport Health { get; private set; } = null!;

    public MailDiagnosis? Diagnosis =>
        Health.IsHealthy ? null
        : Health.Fault is { } fault ? MailDiagnosis.For(fault, settings, T)
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
        var outboxMessages = Db.OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner]).AsNoTracking();
        var shown = outboxMessages.Where(outboxMessage =>
            (State == null || outboxMessage.State == State) && (Before == null || outboxMessage.Id < Before)
        );

        // Ids sort by creation time and are indexed
        Messages = await shown
            .OrderByDescending(outboxMessage => outboxMessage.Id)
            .Take(Envelopes + 1)
            .Select(outboxMessage => new MessageRow(
                outboxMessage.Id,
                outboxMessage.Kind,
                outboxMessage.Kind == OutboxMessageKind.Invitation
                    ? Db.Invitations.First(invitation => invitation.Id == outboxMessage.SubjectId).Email
                    : Db.EmailChanges.Where(change => change.Id == outboxMessage.SubjectId)
                        .Select(change =>
                            outboxMessage.Kind == OutboxMessageKind.EmailChanged ? change.From : change.To
                        )
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
        if (Messages.Count > Envelopes)
        {
            (Messages, Older) = ([.. Messages.Take(Envelopes)], Messages[Envelopes - 1].Id);
        }

        var states = await outboxMessages
            .GroupBy(outboxMessage => outboxMessage.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync();
        States =
        [
            .. Enum.GetValues<OutboxMessageState>()
                .Select(state => (state, states.Find(row => row.Key == state)?.Count ?? 0)),
        ];
        Health = await monitor.StatusAsync();
        return Page();
    }

    public string Name(OutboxMessageKind kind) =>
        kind switch
        {
            OutboxMessageKind.ReviewReminder => T["Review reminder"],
            OutboxMessageKind.ReviewNudge => T["Review nudge"],
            OutboxMessageKind.ConfirmEmail => T["Address confirmation"],
            OutboxMessageKind.Invitation => T["Invitation"],
            OutboxMessageKind.ResetPassword => T["New password"],
            OutboxMessageKind.AccountExists => T["Account already exists"],
            OutboxMessageKind.NewDevice => T["New device"],
            OutboxMessageKind.CredentialsChanged => T["Sign-in change"],
            OutboxMessageKind.ConfirmNewEmail => T["New address confirmation"],
            OutboxMessageKind.EmailChanged => T["Address change"],
            OutboxMessageKind.EmailRestored => T["Address restored"],
            _ => T[kind.ToString()],
        };

    public sealed record MessageRow(
        Guid Id,
        OutboxMessageKind Kind,
        string? To,
        OutboxMessageState State,
        int Attempts,
        DateTime CreatedAt,
        DateTime DueAt,
        DateTime? SentAt,
        MailFaultKind? Fault,
        string? Error
    )
    {
        public bool CanRetry =>
            State == OutboxMessageState.Failed || (State == OutboxMessageState.Pending && Attempts > 0);
    }
}
