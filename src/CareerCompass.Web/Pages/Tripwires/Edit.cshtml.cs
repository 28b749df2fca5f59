using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed class EditModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid TripwireId { get; set; }

    [BindProperty]
    public TripwireInput Input { get; set; } = new();

    public Guid GoalId { get; private set; }

    public string GoalTitle { get; private set; } = "";

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .Tripwires.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(tripwire => tripwire.Id == TripwireId)
            .Join(
                Db.Goals,
                tripwire => tripwire.GoalId,
                goal => goal.Id,
                (tripwire, goal) =>
                    new
                    {
                        Goal = goal.Title,
                        Gone = tripwire.TrashedAt != null || goal.TrashedAt != null,
                        goal.Id,
                        Input = new TripwireInput
                        {
                            Premise = tripwire.Premise,
                            Test = tripwire.Test,
                            Otherwise = tripwire.Otherwise,
                            On = tripwire.On,
                            Version = tripwire.Version,
                        },
                    }
            )
            .SingleOrDefaultAsync();
        if (row is null || (row.Gone && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        (GoalId, GoalTitle, Input) = (row.Id, row.Goal, row.Input);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Tripwires.SingleOrDefaultAsync(tripwire => tripwire.Id == TripwireId) is not { } tripwire)
        {
            return await Db
                .Tripwires.IgnoreQueryFilters([QueryFilters.Trash])
                .AnyAsync(tripwire => tripwire.Id == TripwireId)
                ? throw TrashedException()
                : NotFound();
        }

        if (await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == tripwire.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        Db.RequireVersion(tripwire, Input.Version);
        tripwire.Edit(Input.Premise, Input.Test, Input.Otherwise, Input.On!.Value, Today);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{tripwire.GoalId}");
    }
}
