using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    public IEnumerable<(string Title, IReadOnlyList<Standing> Goals)> Groups =>
        new (string Title, GoalState State)[]
        {
            (T["Active"], GoalState.Active), (T["Paused"], GoalState.Paused), (T["Achieved"], GoalState.Achieved), (T["Retired"], GoalState.Retired),
        }
        .Select(group => (group.Title, Goals: (IReadOnlyList<Standing>)[.. Standings.Where(standing => standing.Facts.State == group.State).OrderBy(standing => standing.Facts.Priority).ThenBy(standing => standing.Facts.Id)]))
        .Where(group => group.Goals.Count > 0);

    public override async Task<IActionResult> OnGetAsync()
    {
        Standings = await Db.StandingsAsync(Db.Goals, Me, Today);
        return Page();
    }
}
