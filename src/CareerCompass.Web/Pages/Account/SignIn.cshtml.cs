using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[RateLimited(RateLimitedAttribute.SignIn)]
public sealed class SignInModel(
    PageDependencies tools,
    UserManager<AppUser> users,
    SignInManager<AppUser> signIn,
    Sessions sessions,
    OidcSettings oidc,
    MailSettings mail,
    TimeProvider clock
) : AppPage(tools)
{
    // Verified for unknown addresses, so that the response time does not reveal who has an account
    private static readonly string DummyPasswordHash = new PasswordHasher<AppUser>().HashPassword(
        new AppUser(),
        Guid.NewGuid().ToString()
    );

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the OpenID provider sent the person back without signing them in.</summary>
    [TempData]
    public string? Problem { get; set; }

    public OidcSettings Oidc => oidc;

    internal override string? AttemptedAccount => Input.Email;

    internal override async Task<string?> FindKnownDeviceAsync() =>
        Device.HasCookie(HttpContext) && await users.FindByEmailAsync(Input.Email!.Trim()) is { } user
            ? await sessions.FindKnownDeviceAsync(user.Id, HttpContext)
            : null;

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(
            User.Id() is not null ? RedirectOnward()
            : Problem is null ? Page()
            : Refuse(Problem)
        );

    public async Task<IActionResult> OnPostAsync()
    {
        if (oidc.IsOnlySignIn)
        {
            return NotFound();
        }

        var started = clock.GetTimestamp();
        var user = await users.FindByEmailAsync(Input.Email!.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            users.PasswordHasher.VerifyHashedPassword(new AppUser(), DummyPasswordHash, Input.Password!);
        }

        var result = user is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(user, Input.Password!, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            ReleaseAttempt();
            return RedirectOnward();
        }

        if (result.RequiresTwoFactor)
        {
            ReleaseAttempt();
            return RedirectToPage(
                "/Account/SecondStep",
                new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null }
            );
        }

        // From here on, the answer and its time are the same for an unknown, a locked and an existing account
        await ResponsePadding.WaitAsync(clock, started);
        var sentence = T[
            "Incorrect e-mail address or password. Check both, or set a new password. After five failed attempts, "
                + "an account is locked for 15 minutes."
        ];
        return Refuse(
            result.IsNotAllowed
                ? T[
                    "Your password is correct, but this account is disabled. Contact the administrator to enable it "
                        + "again."
                ]
            : mail.UsesSmtp
                ? $"{sentence} {T["If you have just created your account, open the link in our e-mail first."]}"
            : sentence
        );
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }

    private LocalRedirectResult RedirectOnward() =>
        LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/"));

    public sealed record SignInInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        public string? Email { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
