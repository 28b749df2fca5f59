using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Efforts;

public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    /// <summary>How many entries to show, newest first; 100 to 5,000.</summary>
    [FromQuery]
    public int Take { get; set; } = 100;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Minutes logged in all.</summary>
    public int Total { get; private set; }

    public bool More { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Take = Math.Clamp(Take, 100, 5_000);
        var rows = await Db.Efforts.Join(Db.Goals, effort => effort.GoalId, goal => goal.Id, (effort, goal) => new { effort, goal })
            .OrderByDescending(row => row.effort.Day).ThenByDescending(row => row.effort.Id).Take(Take + 1)
            .Select(row => new Row(row.effort.Id, row.effort.Day, row.goal.Id, row.goal.Title, row.effort.Minutes)).ToListAsync();
        Total = await Db.Efforts.Join(Db.Goals, effort => effort.GoalId, goal => goal.Id, (effort, _) => effort.Minutes).SumAsync();
        (More, Rows) = (rows.Count > Take, [.. rows.Take(Take)]);
        return Page();
    }

    public sealed record Row(Guid Id, DateOnly Day, Guid GoalId, string Goal, int Minutes);
}
