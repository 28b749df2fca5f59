using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[PasswordSignIn]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class ResetModel(PageDependencies tools, Accounts accounts) : AppPage(tools)
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public ResetInput Input { get; set; } = new();

    public bool IsLinkValid { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        IsLinkValid = await accounts.IsValidResetTokenAsync(Token);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.ResetPasswordAsync(Token, Input.Password!) is not { } result)
        {
            return await OnGetAsync();
        }

        if (!result.Succeeded)
        {
            ModelState.AddIdentityErrors(result, T);
            return Page();
        }

        ReleaseAttempt();
        return Done(T["Your new password is set. Sign in with it."], "~/account/sign-in");
    }

    public sealed record ResetInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
