using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Charts;

/// <summary>The route of a goal as a picture: milestones in time, their tasks, today, the forecast band, and the routes before it. Geometry only.</summary>
/// <param name="Start">The first day drawn, at 0.</param>
/// <param name="End">The last day drawn, at 1.</param>
/// <param name="Today">Where today lies, 0 to 1; null when it is not in the picture.</param>
/// <param name="Elapsed">How far the line is filled, 0 to 1.</param>
/// <param name="Planned">Where the last station lies; what comes after it only the forecast needs.</param>
/// <param name="ForecastBand">From P50 to P80, 0 to 1.</param>
/// <param name="EarlierPlans">The routes before this one, newest first.</param>
public sealed record RouteChart(
    DateOnly Start,
    DateOnly End,
    double? Today,
    double Elapsed,
    double Planned,
    (double From, double To)? ForecastBand,
    IReadOnlyList<RouteChart.RouteMilestone> Milestones,
    IReadOnlyList<RouteChart.EarlierPlan> EarlierPlans,
    PlanSnapshot PlanSnapshot,
    Forecast? Forecast
)
{
    /// <summary>How many task dots a stop shows before it says how many more there are.</summary>
    public const int MaxDots = 12;

    /// <summary>How many earlier routes are drawn.</summary>
    public const int MaxEarlierPlans = 3;

    // Three dots side by side, and a count such as 12/20, as shares of the line
    private const double DotsWidth = 0.05;
    private const double CountWidth = 0.035;

    /// <summary>A station: a milestone, or the target at the end.</summary>
    /// <param name="Position">0 to 1 along the route.</param>
    /// <param name="Lane">Labels that would touch each other go to another lane: 0, 1, 2 …; -1 when no lane has room for it.</param>
    /// <param name="Room">How far the nearest other station is, 0 to 1.</param>
    public sealed record RouteMilestone(
        Guid? Id,
        string Title,
        DateOnly Date,
        double Position,
        bool IsReached,
        bool IsLate,
        bool IsTarget,
        int DoneTasks,
        int OpenTasks,
        int Lane,
        double Room
    )
    {
        public int TotalTasks => DoneTasks + OpenTasks;

        /// <summary>How many dots to draw: none where those of the next station would touch them.</summary>
        public int Dots => Room >= DotsWidth ? Math.Min(TotalTasks, MaxDots) : 0;

        public bool IsCounted => TotalTasks > 0 && Room >= CountWidth;
    }

    /// <summary>A route as it was planned before a correction.</summary>
    /// <param name="Target">Where the target was, 0 to 1.</param>
    /// <param name="Milestones">Where each milestone was, and where it is now; null for one that is no more.</param>
    public sealed record EarlierPlan(
        PlanDates PlanDates,
        double Target,
        double TargetNow,
        IReadOnlyList<(double At, double? Now)> Milestones
    )
    {
        /// <summary>The day of that correction.</summary>
        public DateOnly Until => PlanDates.SupersededOn;
    }

    /// <param name="earlier">See <see cref="PlanDates.DistinctFrom"/>.</param>
    public static RouteChart Create(
        PlanSnapshot planSnapshot,
        DateOnly today,
        Forecast? forecast,
        IReadOnlyList<PlanDates>? earlier = null
    )
    {
        var ended = planSnapshot.State is GoalState.Achieved or GoalState.Retired;
        var planned = planSnapshot
            .Milestones.Select(milestoneSnapshot => milestoneSnapshot.Date)
            .Append(planSnapshot.Target)
            .Max();
        var dates = planSnapshot
            .Milestones.Select(milestoneSnapshot => milestoneSnapshot.Date)
            .Append(planSnapshot.Target)
            .Append(planSnapshot.StartedOn)
            .Concat(
                (earlier ?? []).SelectMany(planDates =>
                    planDates.DatedMilestones.Select(datedMilestone => datedMilestone.Date).Append(planDates.Target)
                )
            );
        dates = ended ? dates : dates.Append(today);
        // a forecast far beyond the target would squeeze the route into a corner
        var farthest = planSnapshot.Target.AddDays(
            Math.Max(60, (planSnapshot.Target.DayNumber - planSnapshot.StartedOn.DayNumber) / 2)
        );
        var ends = forecast is null ? [planSnapshot.Target] : new[] { Earlier(forecast.P80, farthest) };
        var (start, end) = (dates.Min(), dates.Concat(ends).Max());
        double At(DateOnly date) =>
            Math.Clamp((date.DayNumber - start.DayNumber) / (double)Math.Max(1, end.DayNumber - start.DayNumber), 0, 1);

        var byMilestone = planSnapshot.Tasks.ToLookup(task => task.MilestoneId);
        var routeMilestones = planSnapshot
            .Milestones.Select(milestoneSnapshot =>
            {
                var all = byMilestone[milestoneSnapshot.Id].Count();
                var done = byMilestone[milestoneSnapshot.Id].Count(task => task.DoneOn is not null);
                var reached = Milestone.IsReached(milestoneSnapshot.ReachedOn, all - done, done);
                return new RouteMilestone(
                    milestoneSnapshot.Id,
                    milestoneSnapshot.Title,
                    milestoneSnapshot.Date,
                    At(milestoneSnapshot.Date),
                    reached,
                    !reached && !ended && milestoneSnapshot.Date < today,
                    false,
                    done,
                    all - done,
                    0,
                    1
                );
            })
            .Append(
                new RouteMilestone(
                    null,
                    "",
                    planSnapshot.Target,
                    At(planSnapshot.Target),
                    planSnapshot.State == GoalState.Achieved,
                    !ended && planSnapshot.Target < today,
                    true,
                    0,
                    0,
                    0,
                    1
                )
            );
        var total = planSnapshot.Tasks.Sum(Weight);
        return new RouteChart(
            start,
            end,
            ended ? null : At(today),
            planSnapshot.State == GoalState.Achieved ? At(planned)
                : total == 0 ? 0
                : At(planSnapshot.Target)
                    * planSnapshot.Tasks.Where(task => task.DoneOn is not null).Sum(Weight)
                    / total,
            At(planned),
            forecast is null ? null : (At(forecast.P50), At(forecast.P80)),
            RouteLabels.Place(
                SpreadOut([
                    .. routeMilestones
                        .OrderBy(routeMilestone => routeMilestone.Position)
                        .ThenBy(routeMilestone => routeMilestone.IsTarget),
                ])
            ),
            [.. (earlier ?? []).Select(planDates => CreateEarlierPlans(planDates, planSnapshot, At))],
            planSnapshot,
            forecast
        );
    }

    /// <summary>The first days of months (or quarters, or years) to mark, so that there are at most a dozen.</summary>
    public IEnumerable<(DateOnly Date, double At)> Marks()
    {
        var days = Math.Max(1, End.DayNumber - Start.DayNumber);
        var months = days switch
        {
            <= 400 => 1,
            <= 1200 => 3,
            _ => 12 * ((days / 4_500) + 1),
        };
        var first = new DateOnly(Start.Year, 1, 1);
        for (var date = first; date <= End; date = date.AddMonths(months))
        {
            if (date >= Start)
            {
                yield return (date, (date.DayNumber - Start.DayNumber) / (double)days);
            }
        }
    }

    private static RouteMilestone[] SpreadOut(RouteMilestone[] routeMilestones)
    {
        for (var i = 0; i < routeMilestones.Length; i++)
        {
            var before = i == 0 ? 1 : routeMilestones[i].Position - routeMilestones[i - 1].Position;
            var after =
                i == routeMilestones.Length - 1 ? 1 : routeMilestones[i + 1].Position - routeMilestones[i].Position;

            // nothing stands under the target, so that its neighbour may reach there
            routeMilestones[i] = routeMilestones[i] with
            {
                Room = Math.Min(before, i < routeMilestones.Length - 1 && routeMilestones[i + 1].IsTarget ? 1 : after),
            };
        }

        return routeMilestones;
    }

    private static EarlierPlan CreateEarlierPlans(
        PlanDates planDates,
        PlanSnapshot planSnapshot,
        Func<DateOnly, double> at
    )
    {
        var now = planSnapshot.Milestones.ToDictionary(
            milestoneSnapshot => milestoneSnapshot.Id,
            milestoneSnapshot => milestoneSnapshot.Date
        );
        return new EarlierPlan(
            planDates,
            at(planDates.Target),
            at(planSnapshot.Target),
            [
                .. planDates.DatedMilestones.Select(datedMilestone =>
                    (
                        at(datedMilestone.Date),
                        now.TryGetValue(datedMilestone.Id, out var date) ? at(date) : (double?)null
                    )
                ),
            ]
        );
    }

    private static double Weight(PlanSnapshot.TaskSnapshot task) => task.Estimate ?? 60;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
