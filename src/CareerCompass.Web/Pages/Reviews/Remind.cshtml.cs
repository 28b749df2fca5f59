using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>Moves the reminder to tomorrow, or back. The rhythm does not change.</summary>
public sealed class RemindModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Reviews.SingleOrDefaultAsync(review => review.Id == ReviewId) is not { } review)
        {
            return NotFound();
        }

        var person = await Db.People.SingleAsync();
        var later = Verb == "tomorrow";
        if (later)
        {
            review.Snooze(person, Now);
        }
        else
        {
            review.Unsnooze(person, Now);
        }

        await Db.SaveChangesAsync();
        return later
            ? Done(
                T["We will e-mail you a reminder tomorrow."],
                BackPathOr("~/reviews"),
                $"~/reviews/{ReviewId}/remind/usual"
            )
            : Done(T["You will get the reminder at its original time."], BackPathOr("~/reviews"));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Reviews.AnyAsync(review => review.Id == ReviewId) ? "~/reviews" : null;
}
