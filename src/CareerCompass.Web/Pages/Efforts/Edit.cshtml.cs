using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Efforts;

public sealed class EditModel(PageTools tools) : EffortForm(tools)
{
    [FromRoute]
    public Guid EffortId { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db.Efforts.IgnoreQueryFilters([Filters.Trash]).Where(effort => effort.Id == EffortId)
            .Select(effort => new { effort.GoalId, effort.TaskId, effort.Day, effort.Minutes, effort.TrashedAt, effort.Version }).SingleOrDefaultAsync();
        if (row is null || (row.TrashedAt is not null && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        await LoadPlacesAsync(row.GoalId, row.TaskId);
        Input = new EffortInput { GoalId = row.TaskId ?? row.GoalId, Time = Duration.Text(row.Minutes), Day = row.Day, Version = row.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Efforts.IgnoreQueryFilters([Filters.Trash]).SingleOrDefaultAsync(effort => effort.Id == EffortId) is not { } effort)
        {
            return NotFound();
        }

        if (effort.TrashedAt is not null)
        {
            throw InTrash();
        }

        Db.Expect(effort, Input.Version);
        var (goalId, taskId) = await ChosenAsync(effort.GoalId);
        effort.Edit(goalId, taskId, Input.Day!.Value, Minutes, Today);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], Way);
    }
}
