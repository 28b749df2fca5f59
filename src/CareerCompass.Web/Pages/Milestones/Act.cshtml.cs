using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Milestones;

public sealed class ActModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid MilestoneId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var milestone = await Db
            .Milestones.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(milestone => milestone.Id == MilestoneId);
        if (milestone is null || await Db.LoadPlanAsync(milestone.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var (act, said, undo) = Verb switch
        {
            "reach" => ((Action)(() => milestone.MarkReached(Today)), T["Reached: {0}", milestone.Title], "unreach"),
            "unreach" => (milestone.MarkNotReached, T["Marked not reached: {0}", milestone.Title], "reach"),
            "trash" => (() => milestone.Trash(Now), T["“{0}” is in Trash.", milestone.Title], "restore"),
            _ => (milestone.Restore, T["“{0}” is restored.", milestone.Title], "trash"),
        };
        act();
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(said, BackPathOr($"~/goals/{goal.Id}"), $"~/milestones/{milestone.Id}/{undo}");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Milestones.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(milestone => milestone.Id == MilestoneId)
            .Select(milestone => (Guid?)milestone.GoalId)
            .SingleOrDefaultAsync()
            is { } goalId
            ? $"~/goals/{goalId}"
            : null;
}
