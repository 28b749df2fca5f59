using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class PersonModel(PageDependencies tools, Sessions sessions, OidcSettings oidc, MailSettings mail)
    : AppPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    /// <summary>A new password link, shown only once.</summary>
    [TempData]
    public string? NewLink { get; set; }

    public AccountSummary AccountSummary { get; private set; } = null!;

    public int SessionCount { get; private set; }

    public bool IsCurrentPerson => UserId == Person.Id;

    public bool CanMailReset => mail.UsesSmtp && AccountSummary.IsConfirmed;

    public bool HasPasswords => !oidc.IsOnlySignIn;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await Db
                .Users.Where(user => user.Id == UserId && !user.IsDemo)
                .Select(AccountSummary.From(Db))
                .SingleOrDefaultAsync()
            is not { } accountSummary
        )
        {
            return NotFound();
        }

        AccountSummary = accountSummary;
        SessionCount = await sessions.Active(UserId).CountAsync();
        return Page();
    }
}
