using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Whether mail arrives. Envelopes only, nothing of what people plan.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailModel(PageTools tools) : AppPage(tools)
{
    private const int Envelopes = 50;

    public IReadOnlyList<Envelope> Mail { get; private set; } = [];

    public IReadOnlyList<(MessageState State, int Count)> States { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var messages = Db.Messages.IgnoreQueryFilters([Filters.Owner]).AsNoTracking();

        // Ids sort by when they were made, and have an index
        Mail = await messages.OrderByDescending(message => message.Id).Take(Envelopes).Select(message => new Envelope(
            message.Kind,
            message.Kind == MessageKind.Invitation
                ? Db.Invites.First(invite => invite.Id == message.SubjectId).Email : Db.Users.First(user => user.Id == message.OwnerId).Email,
            message.State, message.Attempts, message.CreatedAt, message.SentAt, message.Error))
            .ToListAsync();
        var states = await messages.GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        States = [.. Enum.GetValues<MessageState>().Select(state => (state, states.Find(row => row.Key == state)?.Count ?? 0))];
        return Page();
    }

    public string Name(MessageKind kind) => kind switch
    {
        MessageKind.ReviewReminder => T["Review reminder"],
        MessageKind.ConfirmEmail => T["Address to confirm"],
        MessageKind.Invitation => T["Invitation"],
        _ => T["New password"],
    };

    public sealed record Envelope(MessageKind Kind, string? To, MessageState State, int Attempts, DateTime CreatedAt, DateTime? SentAt, string? Error);
}
