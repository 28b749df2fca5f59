using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>Signs in with a passkey. Every failure shows the same message.</summary>
[AllowAnonymous]
[RateLimited(RateLimitedAttribute.SignIn)]
[PasswordSignIn]
public sealed class PasskeyModel(PageDependencies tools, SessionSignInManager signIn) : AppPage(tools)
{
    [BindProperty]
    public PasskeyInput Input { get; set; } = new();

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(
            HttpMethods.IsPost(Request.Method) ? Page() : LocalRedirect(Url.Content("~/account/sign-in"))
        );

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signIn.SignInWithPasskeyAsync(Input.Credential!);
        if (result.Succeeded)
        {
            ReleaseAttempt();
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/"));
        }

        ModelState.AddModelError(
            "",
            result.IsNotAllowed
                ? T[
                    "Your passkey is correct, but this account is disabled. Contact the administrator to enable it "
                        + "again."
                ]
                : T["No account uses this passkey, or the page was open for too long. Please try again."]
        );
        return Page();
    }

    public sealed record PasskeyInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(20_000)]
        public string? Credential { get; set; }
    }
}
