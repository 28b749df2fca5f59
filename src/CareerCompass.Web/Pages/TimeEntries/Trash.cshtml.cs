using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed class TrashModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid EffortId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            await Db
                .TimeEntries.IgnoreQueryFilters([QueryFilters.Trash])
                .SingleOrDefaultAsync(timeEntry => timeEntry.Id == EffortId)
            is not { } timeEntry
        )
        {
            return NotFound();
        }

        if (Verb == "trash")
        {
            timeEntry.Trash(Now);
        }
        else
        {
            timeEntry.Restore();
        }

        await Db.SaveChangesAsync();
        return Verb == "trash"
            ? Done(
                T["{0} on {1} is in Trash.", T.Minutes(timeEntry.Minutes), timeEntry.Day],
                BackPathOr("~/efforts"),
                $"~/efforts/{EffortId}/restore"
            )
            : Done(
                T["{0} on {1} is restored.", T.Minutes(timeEntry.Minutes), timeEntry.Day],
                BackPathOr("~/efforts"),
                $"~/efforts/{EffortId}/trash"
            );
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.TimeEntries.IgnoreQueryFilters([QueryFilters.Trash]).AnyAsync(timeEntry => timeEntry.Id == EffortId)
            ? "~/efforts"
            : null;
}
