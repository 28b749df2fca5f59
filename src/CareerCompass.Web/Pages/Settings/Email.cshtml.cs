using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings;

[RateLimited(RateLimitedAttribute.Mail)]
public sealed class EmailModel(
    PageDependencies tools,
    UserManager<AppUser> users,
    Authenticator authenticator,
    EmailChanges emails,
    Sessions sessions,
    OidcSettings oidc,
    MailSettings mail
) : AppPage(tools)
{
    /// <summary>The maximum age of a sign-in for an account without password and second factor.</summary>
    private static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(15);

    [BindProperty]
    public EmailInput Input { get; set; } = new();

    public AppUser Account { get; private set; } = null!;

    public EmailChange? Pending { get; private set; }

    /// <summary>Why the mail server permanently rejected the e-mail to the new address.</summary>
    public string? BounceReason { get; private set; }

    public bool HasPassword => !oidc.IsOnlySignIn && Account.PasswordHash is not null;

    public bool RequiresProof => HasPassword || Account.TwoFactorEnabled;

    public bool SendsMail => mail.UsesSmtp;

    public override async Task<IActionResult> OnGetAsync()
    {
        // Thrown here, because in the view it would be too late to redirect a deleted account
        Account = await users.GetUserAsync(User)
            ?? throw new InvalidOperationException("The account was just deleted.");
        if (await emails.FindPendingAsync(Person.Id) is var (change, sent))
        {
            Pending = change;
            BounceReason = sent is { State: OutboxMessageState.Failed, Fault: MailFaultKind.BadAddress }
                ? sent.Error
                : null;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (!await VerifyProofAsync())
        {
            return Page();
        }

        await emails.RequestAsync(Account, Input.Email!, Device.Describe(HttpContext));
        return Done(
            T["We have sent a link to {0}. Your address changes when you open it.", Input.Email!.Trim()],
            "~/settings/email"
        );
    }

    /// <returns>False when the proof failed; the field then shows why.</returns>
    private async Task<bool> VerifyProofAsync()
    {
        if (RequiresProof)
        {
            if (Input.Proof is { Length: > 0 } proof && await authenticator.VerifyAsync(Account, proof))
            {
                return true;
            }

            ModelState.AddModelError(
                "Input.Proof",
                Input.Proof is not { Length: > 0 } ? T[ValidationMessages.Required]
                    : Account.TwoFactorEnabled ? T["Incorrect password or code. Each code works only once."]
                    : T["Incorrect password."]
            );
            return false;
        }

        var (here, oldest) = (User.SessionId(), Now - FreshSignIn);
        if (await sessions.Active(Person.Id).AnyAsync(session => session.Id == here && session.StartedAt > oldest))
        {
            return true;
        }

        ModelState.AddModelError(
            "",
            T["You signed in a while ago. Sign out and in again, then change the address within 15 minutes."]
        );
        return false;
    }

    public sealed record EmailInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }

        [MaxTextLength(IdentityErrors.MaxPasswordLength)]
        [DataType(DataType.Password)]
        public string? Proof { get; set; }
    }
}
