using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

/// <summary>The route chart of a goal, with forecast band and earlier plans. Positions are 0 to 1.</summary>
/// <param name="PlannedEnd">Position of the last milestone or target; only the forecast extends beyond it.</param>
/// <param name="ForecastBand">From P50 to P80.</param>
public sealed record RouteChart(
    DateOnly Start,
    DateOnly End,
    double? Today,
    double Elapsed,
    double PlannedEnd,
    (double From, double To)? ForecastBand,
    IReadOnlyList<RouteChart.RouteMilestone> Milestones,
    IReadOnlyList<RouteChart.EarlierPlan> EarlierPlans,
    PlanSnapshot PlanSnapshot,
    Forecast? Forecast
)
{
    /// <summary>Task dots per milestone before the rest is shown as a number.</summary>
    public const int MaxDots = 12;

    public const int MaxEarlierPlans = 3;

    // Width of three dots, and of a count such as 12/20, as fractions of the line
    private const double DotsWidth = 0.05;
    private const double CountWidth = 0.035;

    /// <summary>A milestone, or the target at the end.</summary>
    /// <param name="Lane">Label lane, chosen so that labels do not overlap; -1 when none has room.</param>
    /// <param name="Spacing">Distance to the nearest neighbor, 0 to 1.</param>
    public sealed record RouteMilestone(
        Guid? Id,
        string Title,
        DateOnly Date,
        double Position,
        bool IsReached,
        bool IsLate,
        bool IsTarget,
        int DoneTaskCount,
        int OpenTaskCount,
        int Lane,
        double Spacing
    )
    {
        public int TaskCount => DoneTaskCount + OpenTaskCount;

        /// <summary>Number of dots to draw; 0 when they would overlap the neighbor's.</summary>
        public int DotCount => Spacing >= DotsWidth ? Math.Min(TaskCount, MaxDots) : 0;

        public bool HasVisibleCount => TaskCount > 0 && Spacing >= CountWidth;
    }

    /// <summary>A plan before a correction.</summary>
    /// <param name="Milestones">Earlier and current positions; the current one is null if removed.</param>
    public sealed record EarlierPlan(
        PlanDates PlanDates,
        double Target,
        double CurrentTarget,
        IReadOnlyList<(double At, double? Now)> Milestones
    )
    {
        public DateOnly SupersededOn => PlanDates.SupersededOn;
    }

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
        // Limits how far the forecast may extend, so that the route stays readable
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
            RouteLabels.AssignLanes(
                MeasureSpacing([
                    .. routeMilestones
                        .OrderBy(routeMilestone => routeMilestone.Position)
                        .ThenBy(routeMilestone => routeMilestone.IsTarget),
                ])
            ),
            [.. (earlier ?? []).Select(planDates => CreateEarlierPlan(planDates, planSnapshot, At))],
            planSnapshot,
            forecast
        );
    }

    /// <summary>The months, quarters or years to mark, at most about a dozen.</summary>
    public IEnumerable<(DateOnly Date, double At)> CreateMarks()
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

    private static RouteMilestone[] MeasureSpacing(RouteMilestone[] routeMilestones)
    {
        for (var i = 0; i < routeMilestones.Length; i++)
        {
            var before = i == 0 ? 1 : routeMilestones[i].Position - routeMilestones[i - 1].Position;
            var after =
                i == routeMilestones.Length - 1 ? 1 : routeMilestones[i + 1].Position - routeMilestones[i].Position;

            // The target has no dots, so its neighbor can use the space
            routeMilestones[i] = routeMilestones[i] with
            {
                Spacing = Math.Min(
                    before,
                    i < routeMilestones.Length - 1 && routeMilestones[i + 1].IsTarget ? 1 : after
                ),
            };
        }

        return routeMilestones;
    }

    private static EarlierPlan CreateEarlierPlan(
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
