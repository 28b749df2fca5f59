using System.Security.Cryptography;
using CareerCompass.Web.Demo;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Demo;

/// <summary>Signs in to the demo account, which is created again each day. Development only.</summary>
[AllowAnonymous]
public sealed class DemoModel(
    PageDependencies tools,
    IHostEnvironment environment,
    Accounts accounts,
    SignInManager<AppUser> signIn,
    OwnerScope owner
) : AppPage(tools)
{
    // Two clicks at once must create only one account
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(
            environment.IsDevelopment() ? LocalRedirect(Url.Content("~/welcome")) : NotFound()
        );

    public async Task<IActionResult> OnPostAsync()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        await OneAtATime.WaitAsync();
        try
        {
            await signIn.SignInAsync(await TodaysAsync() ?? await OpenAsync(), isPersistent: false);
        }
        finally
        {
            OneAtATime.Release();
        }

        return LocalRedirect(Url.Content("~/"));
    }

    private async Task<AppUser?> TodaysAsync()
    {
        var user = await Db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(user => user.IsDemo && user.Email == DemoData.Email);
        if (user is null)
        {
            return null;
        }

        owner.Use(user.Id);
        var (from, to) = (Now.Date, Now.Date.AddDays(1));
        if (await Db.People.AnyAsync(person => person.CreatedAt >= from && person.CreatedAt < to && Db.Reviews.Any()))
        {
            return user;
        }

        await accounts.DeleteAsync(user.Id);
        return null;
    }

    private async Task<AppUser> OpenAsync()
    {
        var password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var (user, result) = await accounts.CreateAsync(
            DemoData.Name,
            DemoData.Email,
            password,
            DemoData.Zone,
            demo: true
        );
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The demo account cannot be opened: {result}");
        }

        await DemoData.WriteAsync(Db, user.Id, Now);
        return user;
    }
}
