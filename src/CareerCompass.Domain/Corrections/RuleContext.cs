using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>All data that the rules evaluate for one person on one day.</summary>
/// <param name="GoalStatuses">Statuses of active and paused goals.</param>
public sealed record RuleContext(DateOnly Today, IReadOnlyList<GoalStatus> GoalStatuses)
{
    public const int WeeksAhead = 4;

    /// <summary>Days of check-ins that are read: seven weekly reviews.</summary>
    public const int CheckInDays = 50;

    public const int ChangeDays = 90;

    public const int ReviewDays = 63;

    public WorkCalendar WorkCalendar { get; init; } = WorkCalendar.None;

    /// <summary>Weekly capacity by first week, oldest first.</summary>
    public IReadOnlyList<WeekMinutes> Capacities { get; init; } = [];

    public IReadOnlyList<PassedMilestone> PassedMilestones { get; init; } = [];

    public IReadOnlyList<RecentCheckIn> CheckIns { get; init; } = [];

    /// <summary>Minutes in the weeks ahead by goal, including recurring tasks.</summary>
    public IReadOnlyList<WeekLoad> Loads { get; init; } = [];

    public IReadOnlyList<DueTripwire> Tripwires { get; init; } = [];

    /// <summary>Goals that were off course or drifting a week ago or earlier, when last recorded.</summary>
    public IReadOnlySet<Guid> OffCourseBefore { get; init; } = new HashSet<Guid>();

    public IReadOnlyList<AttentionBreakdown.FocusAreaShare> FocusAreaShares { get; init; } = [];

    /// <summary>Time entries of the last <see cref="AttentionBreakdown.LongTermDays"/> days.</summary>
    public IReadOnlyList<AttentionBreakdown.AreaTimeEntry> AreaTimeEntries { get; init; } = [];

    public IReadOnlyList<GoalAlignment> GoalAlignments { get; init; } = [];

    public IReadOnlyList<DirectionChange> DirectionChanges { get; init; } = [];

    public IReadOnlyList<DateOnly> SkippedReviewDates { get; init; } = [];

    public DateOnly? LastCompletedReviewDate { get; init; }

    public IEnumerable<GoalStatus> ActiveGoals =>
        GoalStatuses.Where(goalStatus => goalStatus.Facts.State == GoalState.Active);

    /// <summary>The minutes of each week ahead that has any, by goal.</summary>
    public static IReadOnlyList<WeekLoad> LoadsOf(ScheduleInputs plan, Schedule schedule)
    {
        var thisWeek = IsoWeek.Monday(plan.Today);
        var recurring = plan.Goals.SelectMany(goal =>
            goal.RecurringMinutes.Select(row => new WeekLoad(IsoWeek.Monday(row.Week), goal.Id, row.Minutes))
        );
        return
        [
            .. schedule
                .Allocations.Select(row => new WeekLoad(row.Week, row.GoalId, row.Minutes))
                .Concat(recurring)
                .Where(load => load.Week > thisWeek && load.Week <= thisWeek.AddDays(7 * WeeksAhead)),
        ];
    }

    public IReadOnlyList<RuleFinding> EvaluateRules()
    {
        var findings = ActiveGoals
            .SelectMany(goalStatus => GoalStatusRules.Evaluate(goalStatus, this))
            .Concat(PlanRules.Evaluate(this))
            .Concat(PersonRules.Evaluate(this))
            .Concat(DirectionRules.Evaluate(this));
        return [.. findings.OrderBy(ruleFinding => ruleFinding.Rule.Rank())];
    }

    public sealed record PassedMilestone(
        Guid GoalId,
        Guid Id,
        string Title,
        DateOnly Date,
        int Open,
        int OpenMinutes,
        int Done
    );

    /// <param name="Confidence">0 to 10.</param>
    public sealed record RecentCheckIn(Guid GoalId, DateOnly AnsweredOn, int Confidence);

    public sealed record WeekLoad(DateOnly Week, Guid GoalId, int Minutes);

    /// <param name="FailedOn">The local date on which the premise was marked as failed.</param>
    public sealed record DueTripwire(
        Guid GoalId,
        Guid Id,
        string Premise,
        string Test,
        string? FallbackPlan,
        DateOnly CheckOn,
        DateOnly? FailedOn
    );

    /// <param name="LastReviewedAt">Time (UTC) of the last plan edit or check-in; null when not needed.</param>
    public sealed record GoalAlignment(
        Guid GoalId,
        Guid? FocusAreaId,
        Guid? AspirationId,
        bool HasRecurringTask,
        DateTime? LastReviewedAt
    );

    /// <param name="Id">The focus area or aspiration; null for the statement.</param>
    public sealed record DirectionChange(
        DirectionPart Part,
        Guid? Id,
        string? Name,
        DateTime ChangedAt,
        DateOnly ChangedOn
    );
}
