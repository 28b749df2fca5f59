using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

/// <summary>All goals on one timeline. Positions are from 0, the first day, to 1, the day after the last.</summary>
/// <param name="Groups">By focus area; a single group without a name when there are none.</param>
public sealed record MapChart(
    MapZoom Zoom,
    DateOnly Start,
    DateOnly End,
    double? Today,
    IReadOnlyList<(DateOnly Date, double At)> Marks,
    IReadOnlyList<MapChart.Group> Groups
)
{
    public sealed record Group(string? Area, IReadOnlyList<Lane> Lanes);

    public sealed record Span(double From, double To)
    {
        public double Width => To - From;
    }

    /// <param name="PlanSpan">From start to target or end; null when out of view.</param>
    /// <param name="Target">Null when out of view.</param>
    public sealed record Lane(
        GoalStatus GoalStatus,
        DateOnly EndDate,
        Span? PlanSpan,
        Span? ElapsedSpan,
        Span? ForecastSpan,
        Span? PauseSpan,
        double? Target,
        IReadOnlyList<(MapMilestone Stop, double At, bool Late)> MilestoneMarks,
        int MilestoneCount,
        int ReachedCount
    )
    {
        public bool HasEnded => GoalStatus.Facts.State is GoalState.Achieved or GoalState.Retired;
    }

    public static DateOnly DefaultStart(MapZoom zoom, DateOnly today) =>
        zoom switch
        {
            MapZoom.Quarter => new DateOnly(today.Year, today.Month, 1),
            MapZoom.Year => new DateOnly(today.Year, today.Month, 1).AddMonths(-3),
            _ => new DateOnly(today.Year, 1, 1),
        };

    /// <summary>Months in the window, and months to move per page.</summary>
    public static int MonthsIn(MapZoom zoom) =>
        zoom switch
        {
            MapZoom.Quarter => 3,
            MapZoom.Year => 12,
            _ => 60,
        };

    public static MapChart Create(IEnumerable<MapGoal> goals, MapZoom zoom, DateOnly start, DateOnly today)
    {
        var after = start.AddMonths(MonthsIn(zoom));
        var days = after.DayNumber - start.DayNumber;
        double At(DateOnly date) => (date.DayNumber - start.DayNumber) / (double)days;
        bool Seen(DateOnly date) => date >= start && date < after;
        Span? Cut(DateOnly from, DateOnly to) =>
            to < start || from >= after || to < from
                ? null
                : new Span(Math.Clamp(At(from), 0, 1), Math.Clamp(At(to), 0, 1));

        Lane LaneOf(MapGoal goal)
        {
            var facts = goal.GoalStatus.Facts;
            var ended = facts.State is GoalState.Achieved or GoalState.Retired;
            var until = ended ? goal.EndedOn ?? facts.Target : facts.Target;
            var share = facts.State == GoalState.Achieved ? 1 : facts.Progress;
            var done = facts.StartedOn.AddDays((int)(share * (until.DayNumber - facts.StartedOn.DayNumber)));
            return new Lane(
                goal.GoalStatus,
                until,
                Cut(facts.StartedOn, until),
                share > 0 ? Cut(facts.StartedOn, done) : null,
                goal.GoalStatus.Forecast is { } forecast ? Cut(forecast.P50, forecast.P80) : null,
                facts.State == GoalState.Paused ? Cut(goal.PausedOn ?? today, facts.PausedUntil ?? today) : null,
                Seen(until) ? At(until) : null,
                [
                    .. goal
                        .Milestones.Where(stop => Seen(stop.Date))
                        .Select(stop => (stop, At(stop.Date), !ended && !stop.IsReached && stop.Date < today)),
                ],
                goal.Milestones.Count,
                goal.Milestones.Count(stop => stop.IsReached)
            );
        }

        var lanes = goals
            .Select(goal => (goal.Area, Lane: LaneOf(goal)))
            .OrderBy(row => row.Lane.HasEnded)
            .ThenBy(row => row.Lane.EndDate)
            .ThenBy(row => row.Lane.GoalStatus.Facts.Id)
            .ToList();
        var groups = lanes
            .GroupBy(row => row.Area)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key, StringComparer.CurrentCulture);
        return new MapChart(
            zoom,
            start,
            after.AddDays(-1),
            Seen(today) ? At(today) : null,
            [.. CreateMarks(zoom, start, after).Select(date => (date, At(date)))],
            [.. groups.Select(group => new Group(group.Key, [.. group.Select(row => row.Lane)]))]
        );
    }

    // Months; half-years in the five-year view
    private static IEnumerable<DateOnly> CreateMarks(MapZoom zoom, DateOnly start, DateOnly after)
    {
        for (var date = start; date < after; date = date.AddMonths(1))
        {
            if (zoom != MapZoom.FiveYears || date.Month is 1 or 7)
            {
                yield return date;
            }
        }
    }
}
