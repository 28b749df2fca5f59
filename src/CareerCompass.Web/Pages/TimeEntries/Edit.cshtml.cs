using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed class EditModel(PageDependencies tools) : TimeEntryForm(tools)
{
    [FromRoute]
    public Guid EffortId { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .TimeEntries.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(timeEntry => timeEntry.Id == EffortId)
            .Select(timeEntry => new
            {
                timeEntry.GoalId,
                timeEntry.TaskId,
                timeEntry.Day,
                timeEntry.Minutes,
                timeEntry.TrashedAt,
                timeEntry.Version,
            })
            .SingleOrDefaultAsync();
        if (row is null || (row.TrashedAt is not null && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        await LoadSubjectsAsync(row.GoalId, row.TaskId);
        Input = new TimeEntryInput
        {
            GoalId = row.TaskId ?? row.GoalId,
            Time = Duration.Format(row.Minutes),
            Day = row.Day,
            Version = row.Version,
        };
        return Page();
    }

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

        if (timeEntry.TrashedAt is not null)
        {
            throw TrashedException();
        }

        Db.RequireVersion(timeEntry, Input.Version);
        var (goalId, taskId) = await FindSubjectAsync(timeEntry.GoalId);
        timeEntry.Edit(goalId, taskId, Input.Day!.Value, Minutes, Today);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], BackPath);
    }
}
