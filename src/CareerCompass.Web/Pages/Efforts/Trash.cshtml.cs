using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Efforts;

/// <summary>Deletes a log entry, or brings it back.</summary>
public sealed class TrashModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid EffortId { get; set; }

    [FromRoute]
    public string Verb { get; set => field = value.ToLowerInvariant(); } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Efforts.IgnoreQueryFilters([Filters.Trash]).SingleOrDefaultAsync(effort => effort.Id == EffortId) is not { } effort)
        {
            return NotFound();
        }

        if (Verb == "trash")
        {
            effort.Trash(Now);
        }
        else
        {
            effort.Restore();
        }

        await Db.SaveChangesAsync();
        return Verb == "trash"
            ? Done(T["{0} on {1} is in Trash.", T.Minutes(effort.Minutes), effort.Day], Place("~/efforts"), $"~/efforts/{EffortId}/restore")
            : Done(T["{0} on {1} is back.", T.Minutes(effort.Minutes), effort.Day], Place("~/efforts"), $"~/efforts/{EffortId}/trash");
    }

    protected override async Task<string?> HomeAsync() =>
        await Db.Efforts.IgnoreQueryFilters([Filters.Trash]).AnyAsync(effort => effort.Id == EffortId) ? "~/efforts" : null;
}
