using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class PasswordModel(PageTools tools, Accounts accounts, UserManager<AppUser> users, SignInManager<AppUser> signIn) : AppPage(tools)
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        var result = await users.ChangePasswordAsync(user, Input.Current!, Input.Password!);
        if (!result.Succeeded)
        {
            ModelState.Refuse(result, T);
            return Page();
        }

        await signIn.RefreshSignInAsync(user); // this browser stays signed in, the others do not
        await accounts.EndSessionsAsync(user.Id, User.SessionId());
        return Done(T["Your password is changed. All other browsers are signed out."], "~/settings");
    }

    public sealed record PasswordInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.PasswordMost)]
        [DataType(DataType.Password)]
        public string? Current { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.PasswordMost)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
