using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Repeats;

public sealed class EditModel(PageTools tools) : RepeatForm(tools)
{
    [FromRoute]
    public Guid SeriesId { get; set; }

    public Guid GoalId { get; private set; }

    public string Saved { get; private set; } = "";

    /// <summary>In words.</summary>
    public string Rule { get; private set; } = "";

    public (Guid Id, DateOnly? Day)? Open { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db.Series.AsNoTracking().Where(series => series.Id == SeriesId)
            .Join(Db.Goals, series => series.GoalId, goal => goal.Id, (series, goal) => new { Series = series, goal.Title }).SingleOrDefaultAsync();
        if (row is null)
        {
            return NotFound();
        }

        var open = await Db.Tasks.Where(task => task.SeriesId == SeriesId && task.DoneOn == null).Select(task => new { task.Id, task.DueOn }).FirstOrDefaultAsync();
        (GoalId, GoalTitle, Saved, Rule) = (row.Series.GoalId, row.Title, row.Series.Title, T.Repeats(row.Series.Rule, row.Series.StartsOn));
        Open = open is null ? null : (open.Id, open.DueOn);
        Input = HttpMethods.IsPost(Request.Method) ? Input with { Version = row.Series.Version } : RepeatInput.Of(row.Series);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var series = await Db.Series.SingleOrDefaultAsync(series => series.Id == SeriesId);
        if (series is null || await Db.Goals.SingleOrDefaultAsync(goal => goal.Id == series.GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireAlive();
        Db.Expect(series, Input.Version);
        series.Change(Input.Title, Input.Rule(), Start, Until, Input.Minutes());
        await Db.RenewAsync(series, Today, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{series.GoalId}#repeats");
    }
}
