using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Account;

[AllowAnonymous]
[ByPassword]
public sealed class RegisterModel(PageTools tools, Accounts accounts, SignInManager<AppUser> signIn) : AppPage(tools)
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(User.Id() is null ? Page() : LocalRedirect(Url.Content("~/")));

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Id() is not null)
        {
            return await OnGetAsync();
        }

        var (user, result) = await accounts.OpenAsync(Input.Name, Input.Email!.Trim(), Input.Password!, Input.Zone);
        if (!result.Succeeded)
        {
            ModelState.Refuse(result, T);
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: true);
        return Done(T["Welcome, {0}. Your account is open.", Input.Name!.Trim()], "~/");
    }

    public sealed record RegisterInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(Limits.Title)]
        public string? Name { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.EmailMost)]
        [Email]
        public string? Email { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        [KeepTo(IdentityProblems.PasswordMost)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }

        [Required(ErrorMessage = Kept.Choose)]
        public string? Zone { get; set; }
    }
}
