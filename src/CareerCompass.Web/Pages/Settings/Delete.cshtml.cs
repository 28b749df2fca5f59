using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class DeleteModel(PageTools tools, Accounts accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn) : AppPage(tools)
{
    [BindProperty]
    public DeleteInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await users.CheckPasswordAsync((await users.GetUserAsync(User))!, Input.Password!))
        {
            ModelState.AddModelError("Input.Password", T["This is not your password. Nothing was deleted."]);
            return Page();
        }

        await accounts.CloseAsync(Me.Id);
        await signIn.SignOutAsync();
        return Done(T["Your account and all that was in it are deleted. Fair winds."], "~/welcome");
    }

    public sealed record DeleteInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.PasswordMost)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
