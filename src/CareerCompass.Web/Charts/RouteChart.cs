using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Charts;

/// <summary>The route of a goal as a picture: milestones in time, their tasks, today, the forecast band. Geometry only.</summary>
/// <param name="Start">The first day drawn, at 0.</param>
/// <param name="End">The last day drawn, at 1.</param>
/// <param name="Today">Where today lies, 0 to 1; null when it is not in the picture.</param>
/// <param name="Band">From P50 to P80, 0 to 1.</param>
public sealed record RouteChart(
    DateOnly Start, DateOnly End, double? Today, double Gone, (double From, double To)? Band, IReadOnlyList<RouteChart.Stop> Stops, Route Route)
{
    /// <summary>How many task dots a stop shows before it says how many more there are.</summary>
    public const int MostDots = 12;

    /// <summary>A station: a milestone, or the target at the end.</summary>
    /// <param name="At">0 to 1 along the route.</param>
    /// <param name="Lane">Labels that would touch each other go to another lane: 0, 1, 2 …</param>
    public sealed record Stop(string Title, DateOnly Date, double At, bool Reached, bool Late, bool IsTarget, int Done, int Open, int Lane);

    /// <param name="labelWidth">How much of the route a label covers, 0 to 1.</param>
    public static RouteChart Of(Route route, DateOnly today, Forecast? forecast, double labelWidth = 0.16)
    {
        var ended = route.State is GoalState.Achieved or GoalState.Retired;
        var dates = route.Milestones.Select(stop => stop.Date).Append(route.Target).Append(route.StartedOn);
        dates = ended ? dates : dates.Append(today);
        // a forecast far beyond the target would squeeze the route into a corner
        var farthest = route.Target.AddDays(Math.Max(60, (route.Target.DayNumber - route.StartedOn.DayNumber) / 2));
        var ends = forecast is null ? [route.Target] : new[] { Earlier(forecast.P80, farthest) };
        var (start, end) = (dates.Min(), dates.Concat(ends).Max());
        double At(DateOnly date) => Math.Clamp((date.DayNumber - start.DayNumber) / (double)Math.Max(1, end.DayNumber - start.DayNumber), 0, 1);

        var stops = route.Milestones.Select(stop =>
        {
            var tasks = route.Tasks.Where(task => task.MilestoneId == stop.Id).ToList();
            var done = tasks.Count(task => task.DoneOn is not null);
            var reached = Milestone.IsReached(stop.ReachedOn, tasks.Count - done, done);
            return new Stop(stop.Title, stop.Date, At(stop.Date), reached, !reached && !ended && stop.Date < today, false, done, tasks.Count - done, 0);
        }).Append(new Stop("", route.Target, At(route.Target), route.State == GoalState.Achieved, !ended && route.Target < today, true, 0, 0, 0));
        var total = route.Tasks.Sum(Weight);
        return new RouteChart(
            start,
            end,
            ended ? null : At(today),
            total == 0 ? 0 : At(route.Target) * route.Tasks.Where(task => task.DoneOn is not null).Sum(Weight) / total,
            forecast is null ? null : (At(forecast.P50), At(forecast.P80)),
            Lanes(stops.OrderBy(stop => stop.At).ThenBy(stop => stop.IsTarget), labelWidth),
            route);
    }

    /// <summary>The first days of months (or quarters, or years) to mark, so that there are at most a dozen.</summary>
    public IEnumerable<(DateOnly Date, double At)> Marks()
    {
        var days = Math.Max(1, End.DayNumber - Start.DayNumber);
        var months = days switch { <= 400 => 1, <= 1200 => 3, _ => 12 };
        var first = new DateOnly(Start.Year, 1, 1);
        for (var date = first; date <= End; date = date.AddMonths(months))
        {
            if (date >= Start)
            {
                yield return (date, (date.DayNumber - Start.DayNumber) / (double)days);
            }
        }
    }

    private static List<Stop> Lanes(IEnumerable<Stop> stops, double labelWidth)
    {
        var taken = Enumerable.Repeat(-1d, 7).ToArray();
        var placed = new List<Stop>();
        foreach (var stop in stops)
        {
            var lane = Array.FindIndex(taken, end => end <= stop.At - (labelWidth / 2));
            lane = lane < 0 ? Array.IndexOf(taken, taken.Min()) : lane;
            taken[lane] = stop.At + (labelWidth / 2);
            placed.Add(stop with { Lane = lane });
        }

        return placed;
    }

    private static double Weight(Route.Step task) => task.Estimate ?? 60;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
