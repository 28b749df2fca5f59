using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class DeletePersonModel(PageDependencies tools, Administration administration) : AppPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    [BindProperty]
    public DeleteInput Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public override async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (!string.Equals(Input.Email!.Trim(), Email, StringComparison.OrdinalIgnoreCase))
        {
            ModelState.AddModelError("Input.Email", T["The address does not match. Nothing was deleted."]);
            return Page();
        }

        await administration.DeleteAsync(Person.Id, UserId);
        return Done(T["The account and all its data have been deleted."], "~/admin/people");
    }

    private async Task<bool> FindAsync()
    {
        Email = await Db
            .Users.Where(user => user.Id == UserId && !user.IsDemo)
            .Select(user => user.Email)
            .SingleOrDefaultAsync()
            ?? "";
        return Email.Length > 0;
    }

    public sealed record DeleteInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        public string? Email { get; set; }
    }
}
