using CareerCompass.Domain.People;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class PersonModel(PageTools tools, Sessions sessions, OidcSettings oidc, MailSettings mail)
    : AppPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    /// <summary>A new password link, shown only once.</summary>
    [TempData]
    public string? Handed { get; set; }

    public Account Account { get; private set; } = null!;

    public int SignedIn { get; private set; }

    public bool IsMe => UserId == Person.Id;

    public bool MailsResets => mail.UsesSmtp && Account.IsConfirmed;

    public bool HasPasswords => !oidc.IsOnly;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await Db
                .Users.Where(user => user.Id == UserId && !user.IsDemo)
                .Select(Account.From(Db))
                .SingleOrDefaultAsync()
            is not { } account
        )
        {
            return NotFound();
        }

        Account = account;
        SignedIn = await sessions.Active(UserId).CountAsync();
        return Page();
    }
}
