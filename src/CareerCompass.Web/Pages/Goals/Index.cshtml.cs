using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Directions;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    public IReadOnlyList<GoalStatus> GoalStatuses { get; private set; } = [];

    public IReadOnlyList<(string Area, Guid GoalId)> ActiveGoalsByArea { get; private set; } = [];

    /// <summary>Active goals by focus area, if any; then the others by state.</summary>
    public IEnumerable<(string Title, IReadOnlyList<GoalStatus> Goals)> Groups
    {
        get
        {
            var areas = ActiveGoalsByArea.ToDictionary(row => row.GoalId, row => row.Area);
            var rest = new (string Title, GoalState State)[]
            {
                (areas.Count == 0 ? T["Active"] : T["No focus area"], GoalState.Active),
                (T["Paused"], GoalState.Paused),
                (T["Achieved"], GoalState.Achieved),
                (T["Retired"], GoalState.Retired),
            };
            return ActiveGoalsByArea
                .Select(row => row.Area)
                .Distinct()
                .Select(area => (Title: area, State: GoalState.Active, Area: (string?)area))
                .Concat(rest.Select(group => (group.Title, group.State, Area: (string?)null)))
                .Select(group =>
                    (
                        group.Title,
                        Goals: (IReadOnlyList<GoalStatus>)
                            [
                                .. GoalStatuses
                                    .Where(goalStatus =>
                                        goalStatus.Facts.State == group.State
                                        && areas.GetValueOrDefault(goalStatus.Facts.Id) == group.Area
                                    )
                                    .OrderBy(goalStatus => goalStatus.Facts.Priority)
                                    .ThenBy(goalStatus => goalStatus.Facts.Id),
                            ]
                    )
                )
                .Where(group => group.Goals.Count > 0);
        }
    }

    public override async Task<IActionResult> OnGetAsync()
    {
        GoalStatuses = await Db.GoalStatusesAsync(Db.Goals, Person, Today);
        ActiveGoalsByArea = await Db.ActiveGoalsByAreaAsync();
        return Page();
    }
}
