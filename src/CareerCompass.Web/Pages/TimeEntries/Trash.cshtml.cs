using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed class TrashModel(PageTools tools) : ActionPage(tools)
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
                .TimeEntries.IgnoreQueryFilters([Filters.Trash])
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
                Place("~/efforts"),
                $"~/efforts/{EffortId}/restore"
            )
            : Done(
                T["{0} on {1} is restored.", T.Minutes(timeEntry.Minutes), timeEntry.Day],
                Place("~/efforts"),
                $"~/efforts/{EffortId}/trash"
            );
    }

    protected override async Task<string?> HomeAsync() =>
        await Db.TimeEntries.IgnoreQueryFilters([Filters.Trash]).AnyAsync(timeEntry => timeEntry.Id == EffortId)
            ? "~/efforts"
            : null;
}
