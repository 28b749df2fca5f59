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
public sealed class PersonEmailModel(PageDependencies tools, Administration administration, MailSettings mail)
    : AppPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    [BindProperty]
    public EmailInput Input { get; set; } = new();

    public string Email { get; private set; } = "";

    /// <summary>Whether the current address, if confirmed, is notified.</summary>
    public bool NotifiesCurrentAddress { get; private set; }

    public bool SendsMail => mail.UsesSmtp;

    public override async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await administration.ChangeEmailAsync(Person.Id, UserId, Input.Email!);
        return Done(
            SendsMail
                ? T["Address changed. We have sent an e-mail to {0} to confirm it.", Input.Email!.Trim()]
                : T["Address changed."],
            $"~/admin/people/{UserId}"
        );
    }

    private async Task<bool> FindAsync()
    {
        var found = await Db
            .Users.Where(user => user.Id == UserId && !user.IsDemo)
            .Select(user => new { user.Email, user.EmailConfirmed })
            .SingleOrDefaultAsync();
        (Email, NotifiesCurrentAddress) = (found?.Email ?? "", !SendsMail || found?.EmailConfirmed == true);
        return found is not null;
    }

    public sealed record EmailInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }
    }
}
