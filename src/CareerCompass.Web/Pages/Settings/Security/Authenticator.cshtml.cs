using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

/// <summary>The key stays in the form and is not stored until a code proves that the app has it.</summary>
public sealed class AuthenticatorModel(PageDependencies tools, UserManager<AppUser> users, Authenticator authenticator)
    : AppPage(tools)
{
    [BindProperty]
    public AuthenticatorInput Input { get; set; } = new();

    public IReadOnlyList<string>? Codes { get; private set; }

    public QrCode QrCode =>
        QrCode.Create(TotpTokenProvider.CreateUri(Input.Key!, User.Identity!.Name!, "CareerCompass"));

    /// <summary>In groups of four, for typing.</summary>
    public string Key => string.Join(' ', Input.Key!.Chunk(4).Select(letters => new string(letters)));

    public override async Task<IActionResult> OnGetAsync()
    {
        if ((await users.GetUserAsync(User))!.TwoFactorEnabled)
        {
            return LocalRedirect(Url.Content("~/settings/security"));
        }

        if (!TotpTokenProvider.IsKey(Input.Key))
        {
            ModelState.Remove("Input.Key");
            Input = Input with { Key = TotpTokenProvider.GenerateKey() };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (!user.TwoFactorEnabled)
        {
            Codes = await authenticator.TurnOnAsync(user, Input.Key!, Input.Code, Device.Describe(HttpContext));
            if (Codes is null)
            {
                ModelState.AddModelError(
                    "Input.Code",
                    T["This code is incorrect. Enter the latest one, and check that the clock on your phone is right."]
                );
            }
        }

        return user.TwoFactorEnabled && Codes is null ? LocalRedirect(Url.Content("~/settings/security")) : Page();
    }

    public sealed record AuthenticatorInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public string? Key { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(20)]
        public string? Code { get; set; }
    }
}
