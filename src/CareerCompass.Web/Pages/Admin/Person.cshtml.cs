using CareerCompass.Domain.People;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>One account, and what an administrator can do about it.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class PersonModel(PageTools tools, Sessions sessions, OidcSettings oidc, MailSettings mail)
    : AppPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    /// <summary>A link to a new password that was made just now. It is shown this once.</summary>
    [TempData]
    public string? Handed { get; set; }

    public Account Account { get; private set; } = null!;

    public int SignedIn { get; private set; }

    public bool IsMe => UserId == Person.Id;

    /// <summary>A link to a new password may go to the address by e-mail.</summary>
    public bool MailsResets => mail.UsesSmtp && Account.IsConfirmed;

    /// <summary>People sign in with a password here.</summary>
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
