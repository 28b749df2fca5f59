using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Repeats;

/// <summary>Lets the open occurrence pass, or ends the series.</summary>
public sealed class ActModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid SeriesId { get; set; }

    [FromRoute]
    public string Verb { get; set => field = value.ToLowerInvariant(); } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var series = await Db.Series.SingleOrDefaultAsync(series => series.Id == SeriesId);
        if (series is null || await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == series.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireAlive();
        var said = T["“{0}” repeats no more. What was done stays.", series.Title];
        if (Verb == "end")
        {
            series.End(Today);
            await Db.RenewAsync(series, Today, Now);
        }
        else
        {
            var open = await Db.Tasks.FirstOrDefaultAsync(task => task.SeriesId == SeriesId && task.DoneOn == null);
            said = open is not null && series.Skip(open, Today) ? T["Let pass. The next one: {0}.", open.DueOn!] : T["There is no next one."];
        }

        await Db.SaveChangesAsync();
        return Done(said, Place($"~/goals/{goal.Id}#repeats"));
    }

    protected override async Task<string?> HomeAsync() =>
        await Db.Series.Where(series => series.Id == SeriesId).Join(Db.Goals, series => series.GoalId, goal => goal.Id, (series, _) => series.Id).AnyAsync() ? $"~/repeats/{SeriesId}" : null;
}
