using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

/// <summary>Creates the first account, one by invitation, or any account where registration is open.</summary>
[AllowAnonymous]
[PasswordSignIn]
[RateLimited(RateLimitedAttribute.Register)]
public sealed class RegisterModel(
    PageDependencies tools,
    Accounts accounts,
    Registration registration,
    RegistrationSettings settings,
    SetupCode setup,
    SignInManager<AppUser> signIn,
    MailSettings mail,
    TimeProvider clock
) : AppPage(tools)
{
    [FromRoute]
    public string? Token { get; set; }

    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    internal override string? AttemptedAccount => Input.Email;

    public RegistrationAccess RegistrationAccess { get; private set; }

    public bool RequiresCode => RegistrationAccess == RegistrationAccess.FirstAccount && settings.RequiresCode;

    public bool IsCodeFromSettings => setup.IsFromSettings;

    public bool IsOpen => registration.IsOpen;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (User.Id() is not null)
        {
            return Token is null
                ? LocalRedirect(Url.Content("~/"))
                : Done(T["You already have an account. To use the invitation for someone else, sign out first."], "~/");
        }

        (RegistrationAccess, var invitation) = await registration.AccessAsync(Token);
        if (RequiresCode)
        {
            await setup.EnsureCodeAsync();
        }

        Input =
            Input.Email is null && RegistrationAccess == RegistrationAccess.Invited
                ? Input with
                {
                    Email = invitation!.Email,
                }
                : Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (RegistrationAccess, var invitation) = await registration.AccessAsync(Token);
        if (
            User.Id() is not null
            || RegistrationAccess
                is not (RegistrationAccess.FirstAccount or RegistrationAccess.Open or RegistrationAccess.Invited)
        )
        {
            return await OnGetAsync();
        }

        if (RequiresCode && !await setup.MatchesAsync(Input.Code))
        {
            ModelState.AddModelError(
                "Input.Code",
                IsCodeFromSettings
                    ? T["Incorrect code. Enter the value of the Setup:Code setting."]
                    : T[
                        "Incorrect code. The server prints a new one each time it starts: look for the newest line "
                            + "in the log."
                    ]
            );
            return Page();
        }

        var started = clock.GetTimestamp();
        var (user, result) = await accounts.CreateAsync(
            Input.Name,
            Input.Email!.Trim(),
            Input.Password!,
            Input.Zone,
            inviteId: invitation?.Id
        );
        var exists =
            result.Errors.Any()
            && result.Errors.All(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal));
        if (mail.UsesSmtp && RegistrationAccess == RegistrationAccess.Open && (exists || result.Succeeded))
        {
            // The same answer in both cases, so that it does not reveal who has an account. The e-mail says which it is
            if (exists)
            {
                await accounts.NotifyExistingAsync(Input.Email.Trim());
            }

            await ResponsePadding.WaitAsync(clock, started);
            return Done(T["Check your e-mail: we have sent a link to {0}.", Input.Email.Trim()], "~/account/sign-in");
        }

        // E-mail that is written to files would not be read, so a taken address is reported here
        if (!result.Succeeded)
        {
            ModelState.AddIdentityErrors(result, T);
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: true);
        return Done(T["Welcome, {0}. Your account is ready.", Input.Name!.Trim()], "~/setup");
    }

    public sealed record RegisterInput
    {
        [MaxTextLength(100)]
        public string? Code { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Name { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }

        [Required(ErrorMessage = ValidationMessages.ChooseOne)]
        public string? Zone { get; set; }
    }
}
