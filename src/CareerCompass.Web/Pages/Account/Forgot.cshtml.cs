using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[PasswordSignIn]
[RateLimited(RateLimitedAttribute.Mail)]
public sealed class ForgotModel(
    PageDependencies tools,
    UserManager<AppUser> users,
    Accounts accounts,
    MailSettings mail,
    TimeProvider clock
) : AppPage(tools)
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public bool SendsMail => mail.UsesSmtp;

    internal override string? AttemptedAccount => Input.Email;

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync()
    {
        var started = clock.GetTimestamp();
        if (await users.FindByEmailAsync(Input.Email!.Trim()) is { } user)
        {
            await accounts.SendResetAsync(user.Id);
        }

        // Queuing an e-mail takes one more write, which would reveal that the account exists
        await ResponsePadding.WaitAsync(clock, started);
        var sent = T[
            "If an account with the address {0} exists, we have sent it a link. The link works once, for two hours.",
            Input.Email.Trim()
        ];
        var asFiles = T[
            "This server saves e-mail as files. Ask the administrator for the newest one in the folder data/mail."
        ];
        return Done(SendsMail ? sent : $"{sent} {asFiles}", "~/account/sign-in");
    }

    public sealed record ForgotInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }
    }
}
