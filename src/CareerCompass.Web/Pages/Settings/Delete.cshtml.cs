using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class DeleteModel(
    PageDependencies tools,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    OidcSettings oidc
) : AppPage(tools)
{
    [BindProperty]
    public DeleteInput Input { get; set; } = new();

    /// <summary>Whether to ask for the password; otherwise the address has to do.</summary>
    public bool RequiresPassword { get; private set; }

    /// <summary>The last administrator cannot leave other accounts without one.</summary>
    public bool IsLastAdmin { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        IsLastAdmin = await accounts.IsLastAdminAsync(Person.Id);
        RequiresPassword = !oidc.IsOnlySignIn && await users.HasPasswordAsync((await users.GetUserAsync(User))!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        var user = (await users.GetUserAsync(User))!;
        if (RequiresPassword && !await users.CheckPasswordAsync(user, Input.Password ?? ""))
        {
            ModelState.AddModelError("Input.Password", T["Incorrect password. Nothing was deleted."]);
            return Page();
        }

        if (!RequiresPassword && !string.Equals(user.Email, Input.Email?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("Input.Email", T["The address does not match. Nothing was deleted."]);
            return Page();
        }

        ReleaseAttempt();
        await accounts.DeleteAsync(Person.Id);
        await signIn.SignOutAsync();
        return Done(T["Your account and all its data have been deleted."], "~/welcome");
    }

    public sealed record DeleteInput
    {
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }

        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        public string? Email { get; set; }
    }
}
