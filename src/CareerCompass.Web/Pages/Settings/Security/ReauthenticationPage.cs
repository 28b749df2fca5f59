using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public abstract class ReauthenticationPage(
    PageDependencies tools,
    UserManager<AppUser> users,
    Authenticator authenticator
) : AppPage(tools)
{
    [BindProperty]
    public ProofInput Input { get; set; } = new();

    protected Authenticator Authenticator => authenticator;

    public override async Task<IActionResult> OnGetAsync() =>
        (await users.GetUserAsync(User))!.TwoFactorEnabled ? Page() : LocalRedirect(Url.Content("~/settings/security"));

    /// <returns>Null when the proof failed, which the field then shows, or when no app is active.</returns>
    protected async Task<AppUser?> ReauthenticateAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.TwoFactorEnabled && await authenticator.VerifyAsync(user, Input.Proof!))
        {
            ReleaseAttempt();
            return user;
        }

        ModelState.AddModelError("Input.Proof", T["Incorrect password or code. Each code works only once."]);
        return null;
    }

    public sealed record ProofInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Proof { get; set; }
    }
}
