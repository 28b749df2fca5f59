using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class InvitesModel(
    PageDependencies tools,
    RegistrationSettings registration,
    MailSettings mail,
    ILogger<InvitesModel> log
) : AppPage(tools)
{
    private const int Most = 100;

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>A new link, shown only once.</summary>
    [TempData]
    public string? NewLink { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public RegistrationMode Mode => registration.Mode;

    public bool SendsMail => mail.UsesSmtp;

    public override async Task<IActionResult> OnGetAsync()
    {
        var rows = await Db
            .Invitations.AsNoTracking()
            .OrderByDescending(invitation => invitation.Id)
            .Take(Most)
            .Select(invitation => new
            {
                Invitation = invitation,
                By = Db.Users.Where(user => user.Id == invitation.UsedBy).Select(user => user.Email).FirstOrDefault(),
                From = Db
                    .Users.Where(user => user.Id == invitation.CreatedBy)
                    .Select(user => user.Email)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        Rows =
        [
            .. rows.Select(row => new Row(row.Invitation, row.Invitation.StateAt(Now), row.From, row.By))
                .OrderBy(row => row.State != InvitationState.Open),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var email = string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim();
        if (Input.Send && email is null)
        {
            ModelState.AddModelError("Input.Email", T["Enter an address to send the invitation by e-mail."]);
            return Page();
        }

        var invitation = new Invitation(Person.Id, email, Input.Send, Input.Days, Now);
        Db.Invitations.Add(invitation);
        if (Input.Send)
        {
            Db.OutboxMessages.Add(
                new OutboxMessage(
                    Person.Id,
                    OutboxMessageKind.Invitation,
                    $"invite:{invitation.Id:N}",
                    invitation.Id,
                    Now
                )
            );
        }
        else
        {
            var (token, text) = MailToken.Create(Person.Id, TokenPurpose.Invitation, Now, invitation.Id);
            Db.MailTokens.Add(token);
            NewLink = new Uri(mail.PublicUrl, $"invite/{text}").ToString();
        }

        await Db.SaveChangesAsync();
        log.LogInformation("Administrator {Admin} made invitation {Invite}", Person.Id, invitation.Id);
        return Done(
            Input.Send ? T["The invitation is on its way to {0}.", email!] : T["Invitation created."],
            "~/admin/invites"
        );
    }

    public sealed record InviteInput
    {
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }

        [Range(1, Invitation.MaxDays, ErrorMessage = ValidationMessages.ChooseOne)]
        public int Days { get; set; } = Invitation.DefaultDays;

        public bool Send { get; set; }
    }

    public sealed record Row(Invitation Invitation, InvitationState State, string? From, string? UsedBy);
}
