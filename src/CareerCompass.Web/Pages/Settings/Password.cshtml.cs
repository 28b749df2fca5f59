using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

[PasswordSignIn]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class PasswordModel(
    PageDependencies tools,
    Accounts accounts,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn
) : AppPage(tools)
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public bool HasPassword { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        HasPassword = await users.HasPasswordAsync((await users.GetUserAsync(User))!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        HasPassword = await users.HasPasswordAsync(user);
        if (HasPassword && string.IsNullOrEmpty(Input.Current))
        {
            ModelState.AddModelError("Input.Current", T[ValidationMessages.Required]);
            return Page();
        }

        var result = HasPassword
            ? await users.ChangePasswordAsync(user, Input.Current!, Input.Password!)
            : await users.AddPasswordAsync(user, Input.Password!);
        if (!result.Succeeded)
        {
            ModelState.AddIdentityErrors(result, T);
            return Page();
        }

        ReleaseAttempt();

        // This browser stays signed in; the others do not
        await signIn.RefreshSignInAsync(user);
        await accounts.EndSessionsAsync(user.Id, User.SessionId());
        await accounts.CancelEmailChangesAsync(user.Id);
        await accounts.NotifyChangedAsync(user, CredentialChange.Password, Device.Describe(HttpContext));
        return Done(
            HasPassword
                ? T["Your password is changed. All other browsers are signed out."]
                : T["Your password is set. You can now sign in with it."],
            "~/settings/security"
        );
    }

    public sealed record PasswordInput
    {
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Current { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
