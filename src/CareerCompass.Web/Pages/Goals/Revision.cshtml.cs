using CareerCompass.Domain.People;
using CareerCompass.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal's route as one of its revisions kept it.</summary>
public sealed class RevisionModel(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public int Last { get; private set; }

    public DateTime At { get; private set; }

    public Route Route { get; private set; } = null!;

    public RouteChart Chart { get; private set; } = null!;

    public IReadOnlyList<Leg> Legs { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var revision = await Db.Revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.GoalId == GoalId && revision.Number == Number);
        Last = await Db.Revisions.Where(other => other.GoalId == GoalId).MaxAsync(other => (int?)other.Number) ?? 0;
        if (revision is null || !await Db.Goals.AnyAsync(goal => goal.Id == GoalId))
        {
            return NotFound();
        }

        (At, Route) = (revision.EditedAt, revision.Route());
        var then = LocalTime.DateAt(At, Me.ZoneInfo);
        Chart = RouteChart.Of(Route, then, null);
        Legs = Leg.Of(Route.Milestones, [.. Route.Tasks.Select(task => new TaskRow(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn, false))], then, T["No milestone"]);
        return Page();
    }
}
