using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class NewPasskeyModel(
    PageDependencies tools,
    UserManager<AppUser> users,
    Passkeys passkeys,
    MailSettings mail
) : AppPage(tools)
{
    [BindProperty]
    public NewPasskeyInput Input { get; set; } = new();

    /// <summary>The origin that passkeys are bound to.</summary>
    public string Site => mail.PublicUrl.GetLeftPart(UriPartial.Authority);

    public override Task<IActionResult> OnGetAsync()
    {
        Input = Input with { Name = Input.Name ?? Device.Name(Request.Headers.UserAgent.ToString()) };
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (
            Input.Credential is not { Length: > 0 } credential
            || !await passkeys.AddAsync(user, credential, Input.Name!.Trim(), Device.Describe(HttpContext))
        )
        {
            ModelState.AddModelError(
                "",
                T["The browser did not provide a passkey, or it took too long. Please try again."]
            );
            return Page();
        }

        return Done(
            T["The passkey “{0}” is added. You can now sign in with it.", Input.Name.Trim()],
            "~/settings/security"
        );
    }

    public sealed record NewPasskeyInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Passkeys.MaxNameLength)]
        public string? Name { get; set; }

        [MaxTextLength(20_000)]
        public string? Credential { get; set; }
    }
}
