using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class PasskeyModel(PageDependencies tools, UserManager<AppUser> users, Passkeys passkeys) : AppPage(tools)
{
    [FromRoute]
    public string PasskeyId { get; set; } = "";

    [BindProperty]
    public PasskeyInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await passkeys.FindAsync((await users.GetUserAsync(User))!, PasskeyId) is not { } passkey)
        {
            return NotFound();
        }

        Input = HttpMethods.IsPost(Request.Method) ? Input : new PasskeyInput { Name = passkey.Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (await passkeys.FindAsync(user, PasskeyId) is not { } passkey)
        {
            return NotFound();
        }

        await passkeys.RenameAsync(user, passkey, Input.Name!.Trim());
        return Done(T["The passkey is now called “{0}”.", Input.Name.Trim()], "~/settings/security");
    }

    public sealed record PasskeyInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Passkeys.MaxNameLength)]
        public string? Name { get; set; }
    }
}
