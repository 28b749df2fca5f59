using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class LinkedModel(PageDependencies tools, OidcSignIn oidc, UserManager<AppUser> users) : AppPage(tools)
{
    public LinkedSignIns Linked { get; private set; } = null!;

    /// <summary>Why the provider sent the person back without a link.</summary>
    [TempData]
    public string? Problem { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Linked = await oidc.LinkedSignInsAsync((await users.GetUserAsync(User))!);
        if (Problem is not null)
        {
            ModelState.AddModelError("", Problem);
        }

        return Page();
    }
}
