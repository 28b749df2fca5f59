using System.Globalization;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public sealed class MapModel(PageDependencies tools) : AppPage(tools)
{
    private static readonly (MapZoom Zoom, string Name)[] Zooms =
    [
        (MapZoom.Quarter, "quarter"),
        (MapZoom.Year, "year"),
        (MapZoom.FiveYears, "five-years"),
    ];

    /// <summary>"quarter", "year" or "five-years"; anything else means "year".</summary>
    [FromQuery]
    public string? Zoom { get; set; }

    /// <summary>The first month shown, such as 2027-03; by default, the range around today.</summary>
    [FromQuery]
    public string? From { get; set; }

    [FromQuery]
    public string? On { get; set; }

    public DateOnly? Day { get; private set; }

    public MapChart Chart { get; private set; } = null!;

    public IEnumerable<MapChart.Lane> Lanes => Chart.Groups.SelectMany(group => group.Lanes);

    public IEnumerable<(string Text, string Href, bool IsThis)> ZoomLinks =>
        [.. Zooms.Select(way => (TextOf(way.Zoom), $"?zoom={way.Name}{OnDay}", way.Zoom == Chart.Zoom))];

    public string Earlier => Address(-MapChart.MonthsIn(Chart.Zoom));

    public string Later => Address(MapChart.MonthsIn(Chart.Zoom));

    public bool IsDefaultWindow => Chart.Start == MapChart.DefaultStart(Chart.Zoom, Day ?? Today);

    private string OnDay => Day is { } day ? $"&on={day:O}" : "";

    public override async Task<IActionResult> OnGetAsync()
    {
        var zoom = Zooms.FirstOrDefault(way => way.Name == Zoom, Zooms[1]).Zoom;
        Day = DayParser.Read(On, Today);
        var start = MonthOf(From) ?? MapChart.DefaultStart(zoom, Day ?? Today);
        if (Day is { } day)
        {
            var then = await Db.GoalsOnAsync(day, LocalTime.ToUtc(day.AddDays(1), TimeOnly.MinValue, Person.TimeZone));
            Chart = MapChart.Create(then.Select(goal => CreatePastGoal(goal, day)), zoom, start, day);
            return Page();
        }

        var after = start.AddMonths(MapChart.MonthsIn(zoom));
        var goals = Db.Goals.Where(goal =>
            goal.State == GoalState.Active
            || goal.State == GoalState.Paused
            || (goal.EndedOn >= start && goal.StartedOn < after)
        );
        var goalStatuses = await Db.GoalStatusesAsync(goals, Person, Today);
        var heads = await goals
            .Select(goal => new
            {
                goal.Id,
                goal.EndedOn,
                Area = Db
                    .FocusAreas.Where(area => area.Id == goal.FocusAreaId)
                    .Select(area => area.Name)
                    .FirstOrDefault(),
                PausedOn = Db
                    .Corrections.Where(correction =>
                        correction.GoalId == goal.Id && correction.Kind == CorrectionKind.Pause
                    )
                    .Max(correction => (DateOnly?)correction.DecidedOn),
            })
            .ToListAsync();
        var stops = (
            await Db
                .Milestones.Join(goals, milestone => milestone.GoalId, goal => goal.Id, (milestone, _) => milestone)
                .OrderBy(milestone => milestone.Date)
                .ThenBy(milestone => milestone.Id)
                .Select(milestone => new MapMilestone(
                    milestone.GoalId,
                    milestone.Title,
                    milestone.Date,
                    milestone.ReachedOn != null
                        || (
                            Db.Tasks.Any(task => task.GoalId == milestone.GoalId && task.MilestoneId == milestone.Id)
                            && !Db.Tasks.Any(task =>
                                task.GoalId == milestone.GoalId
                                && task.MilestoneId == milestone.Id
                                && task.DoneOn == null
                            )
                        )
                ))
                .ToListAsync()
        ).ToLookup(stop => stop.GoalId);
        Chart = MapChart.Create(
            goalStatuses.Join(
                heads,
                goalStatus => goalStatus.Facts.Id,
                head => head.Id,
                (goalStatus, head) =>
                    new MapGoal(goalStatus, head.EndedOn, head.Area, head.PausedOn, [.. stops[head.Id]])
            ),
            zoom,
            start,
            Today
        );
        return Page();
    }

    private MapGoal CreatePastGoal(PastGoal goal, DateOnly day)
    {
        var (planSnapshot, since) = (goal.PlanSnapshot, LocalTime.DateAt(goal.Since, Person.TimeZone));
        var tasks = planSnapshot.Tasks.ToLookup(task => task.MilestoneId, task => task.DoneOn is not null);
        return new MapGoal(
            GoalStatus.ForPastDay(GoalFacts.From(goal.OwnerId, goal.GoalId, planSnapshot), goal.Status),
            planSnapshot.State is GoalState.Achieved or GoalState.Retired ? since : null,
            goal.Area,
            planSnapshot.State == GoalState.Paused ? since : null,
            [
                .. planSnapshot.Milestones.Select(milestoneSnapshot => new MapMilestone(
                    goal.GoalId,
                    milestoneSnapshot.Title,
                    milestoneSnapshot.Date,
                    Milestone.IsReached(
                        milestoneSnapshot.ReachedOn,
                        tasks[milestoneSnapshot.Id].Count(done => !done),
                        tasks[milestoneSnapshot.Id].Count(done => done)
                    )
                )),
            ]
        );
    }

    private string TextOf(MapZoom zoom) =>
        zoom switch
        {
            MapZoom.Quarter => T["Quarter"],
            MapZoom.Year => T["Year"],
            _ => T["Five years"],
        };

    private string Address(int months)
    {
        var zoom = Zooms.Single(way => way.Zoom == Chart.Zoom).Name;
        var from = Chart.Start.AddMonths(months).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return $"?zoom={zoom}&from={from}{OnDay}";
    }

    private DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && Math.Abs(month.Year - Today.Year) <= Domain.Limits.MaxYearsAhead
            ? month
            : null;
}
