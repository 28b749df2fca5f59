using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(PageTools tools, UserManager<AppUser> users, SignInManager<AppUser> signIn, OidcSettings oidc) : AppPage(tools)
{
    // Checked for unknown addresses, so that the time an answer takes does not give away who has an account
    private static readonly string Nobodys = new PasswordHasher<AppUser>().HashPassword(new AppUser(), Guid.NewGuid().ToString());

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why somebody comes back from the OpenID provider without being signed in.</summary>
    [TempData]
    public string? Problem { get; set; }

    public OidcSettings Oidc => oidc;

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(User.Id() is not null ? Onwards() : Problem is null ? Page() : Refuse(Problem));

    public async Task<IActionResult> OnPostAsync()
    {
        if (oidc.IsOnly)
        {
            return NotFound();
        }

        if (await users.FindByEmailAsync(Input.Email!.Trim()) is not { } user)
        {
            users.PasswordHasher.VerifyHashedPassword(new AppUser(), Nobodys, Input.Password!);
            return Refuse(T["Address and password do not belong together. Look at both once more, or set a new password."]);
        }

        var result = await signIn.PasswordSignInAsync(user, Input.Password!, isPersistent: true, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => Onwards(),
            { RequiresTwoFactor: true } => RedirectToPage("/Account/SecondStep", new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null }),
            { IsNotAllowed: true } => Refuse(T["Your password is right, but this account is disabled at the moment. Whoever runs this server can open it again."]),
            { IsLockedOut: true } => Refuse(T.Count(
                MinutesLeft(user),
                "There were too many wrong passwords in a row, so this account rests for {0} minute. After that, try again, or set a new password now.",
                "There were too many wrong passwords in a row, so this account rests for {0} minutes. After that, try again, or set a new password now.")),
            _ => Refuse(T["Address and password do not belong together. Look at both once more, or set a new password."]),
        };
    }

    private int MinutesLeft(AppUser user) =>
        (int)Math.Clamp(Math.Ceiling(((user.LockoutEnd?.UtcDateTime ?? Now) - Now).TotalMinutes), 1, users.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes);

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return Page();
    }

    private LocalRedirectResult Onwards() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/"));

    public sealed record SignInInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.EmailMost)]
        public string? Email { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.PasswordMost)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
