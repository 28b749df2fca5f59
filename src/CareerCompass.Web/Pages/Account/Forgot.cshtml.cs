using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[ByPassword]
[RateLimited(RateLimitedAttribute.Mail)]
public sealed class ForgotModel(PageTools tools, UserManager<AppUser> users, Accounts accounts, MailSettings mail, TimeProvider clock) : AppPage(tools)
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

        await ResponsePadding.WaitAsync(clock, started); // an owed mail is a write more
        var sent = T["If there is an account with the address {0}, a mail with a link is on its way. The link works once, for two hours.", Input.Email.Trim()];
        return Done(SendsMail ? sent : $"{sent} {T["This server keeps its mail as files: ask whoever runs it for the newest one in the folder data/mail."]}", "~/account/sign-in");
    }

    public sealed record ForgotInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }
    }
}
