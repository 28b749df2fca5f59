using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.EmailLinks;

/// <summary>Turns reminders off without signing in. A GET changes nothing, as link scanners send it.</summary>
[AllowAnonymous]
[TokenInUrl]
public sealed class UnsubscribeModel(PageDependencies tools, OwnerScope owner) : AppPage(tools)
{
    [FromRoute]
    public string Token { get; set; } = "";

    public bool IsOff { get; private set; }

    public override async Task<IActionResult> OnGetAsync() => await HolderAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await HolderAsync() is not { } holder)
        {
            return NotFound();
        }

        owner.Use(holder);
        await TurnOffAsync();
        IsOff = true;
        return Page();
    }

    // The person may change at the same time, and a mail program cannot be asked to try again
    private async Task TurnOffAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                (await Db.People.SingleAsync()).SetRemindersEnabled(false);
                await Db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Guid?> HolderAsync()
    {
        var hash = MailToken.ComputeHash(Token);
        return await Db
            .MailTokens.Where(row => row.Hash == hash && row.Purpose == TokenPurpose.Unsubscribe)
            .Select(row => (Guid?)row.UserId)
            .SingleOrDefaultAsync();
    }
}
