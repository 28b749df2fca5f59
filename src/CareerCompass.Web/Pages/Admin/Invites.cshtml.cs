using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Makes invitations, as a link to hand over or by e-mail, and lists them.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class InvitesModel(PageTools tools, RegistrationSettings registration, MailSettings mail, ILogger<InvitesModel> log) : AppPage(tools)
{
    private const int Most = 100;

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>A link that was made just now. It is shown this once.</summary>
    [TempData]
    public string? Handed { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public RegistrationMode Mode => registration.Mode;

    public bool SendsMail => mail.UsesSmtp;

    public override async Task<IActionResult> OnGetAsync()
    {
        var rows = await Db.Invites.AsNoTracking().OrderByDescending(invite => invite.Id).Take(Most).Select(invite => new
        {
            Invite = invite,
            By = Db.Users.Where(user => user.Id == invite.UsedBy).Select(user => user.Email).FirstOrDefault(),
            From = Db.Users.Where(user => user.Id == invite.MadeBy).Select(user => user.Email).FirstOrDefault(),
        }).ToListAsync();
        Rows = [.. rows.Select(row => new Row(row.Invite, row.Invite.StateAt(Now), row.From, row.By)).OrderBy(row => row.State != InviteState.Open)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var email = string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim();
        if (Input.Send && email is null)
        {
            ModelState.AddModelError("Input.Email", T["To send it by e-mail, the address has to be here."]);
            return Page();
        }

        var invite = new Invite(Me.Id, email, Input.Send, Input.Days, Now);
        Db.Invites.Add(invite);
        if (Input.Send)
        {
            Db.Messages.Add(new Message(Me.Id, MessageKind.Invitation, $"invite:{invite.Id:N}", invite.Id, Now));
        }
        else
        {
            var (token, text) = MailToken.New(Me.Id, TokenPurpose.Invitation, Now, invite.Id);
            Db.MailTokens.Add(token);
            Handed = new Uri(mail.PublicUrl, $"invite/{text}").ToString();
        }

        await Db.SaveChangesAsync();
        log.LogInformation("Administrator {Admin} made invitation {Invite}", Me.Id, invite.Id);
        return Done(Input.Send ? T["The invitation is on its way to {0}.", email!] : T["The invitation is made."], "~/admin/invites");
    }

    public sealed record InviteInput
    {
        [KeepTo(IdentityProblems.EmailMost)]
        [Email]
        public string? Email { get; set; }

        [Range(1, Invite.MostDays, ErrorMessage = Kept.Choose)]
        public int Days { get; set; } = Invite.UsualDays;

        /// <summary>By e-mail, not as a link to hand over.</summary>
        public bool Send { get; set; }
    }

    public sealed record Row(Invite Invite, InviteState State, string? From, string? UsedBy);
}
