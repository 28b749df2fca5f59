using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>All that the rules look at, of one person on one day.</summary>
/// <param name="GoalStatuses">Of active and paused goals.</param>
public sealed record RuleContext(DateOnly Today, IReadOnlyList<GoalStatus> GoalStatuses)
{
    /// <summary>Weeks ahead that are looked at for being too full.</summary>
    public const int WeeksAhead = 4;

    /// <summary>Days back that check-ins are looked at: seven weekly reviews.</summary>
    public const int CheckInDays = 50;

    /// <summary>Days back that a changed direction is worth a question.</summary>
    public const int ChangeDays = 90;

    /// <summary>Days back that skipped reviews are counted.</summary>
    public const int ReviewDays = 63;

    public WorkCalendar WorkCalendar { get; init; } = WorkCalendar.None;

    /// <summary>Minutes a week from a week on, in order of time.</summary>
    public IReadOnlyList<WeekMinutes> Capacities { get; init; } = [];

    /// <summary>Milestones whose date has passed and that nobody marked as reached.</summary>
    public IReadOnlyList<PassedMilestone> PassedMilestones { get; init; } = [];

    public IReadOnlyList<RecentCheckIn> CheckIns { get; init; } = [];

    /// <summary>Minutes placed in weeks ahead, by goal; those of series among them.</summary>
    public IReadOnlyList<WeekLoad> Loads { get; init; } = [];

    /// <summary>Those whose day has come and that did not hold, or of which nothing has been said.</summary>
    public IReadOnlyList<DueTripwire> Tripwires { get; init; } = [];

    public IReadOnlyList<AttentionBreakdown.FocusAreaShare> FocusAreaShares { get; init; } = [];

    /// <summary>Effort of the last <see cref="AttentionBreakdown.LongTermDays"/> days.</summary>
    public IReadOnlyList<AttentionBreakdown.AreaTimeEntry> AreaTimeEntries { get; init; } = [];

    /// <summary>What each active and paused goal serves.</summary>
    public IReadOnlyList<GoalAlignment> GoalAlignments { get; init; } = [];

    /// <summary>What changed in the direction lately.</summary>
    public IReadOnlyList<DirectionChange> DirectionChanges { get; init; } = [];

    /// <summary>The days of the reviews that were passed over since the last that was completed.</summary>
    public IReadOnlyList<DateOnly> SkippedReviewDates { get; init; } = [];

    /// <summary>The day of the last review that was completed.</summary>
    public DateOnly? LastCompletedReviewDate { get; init; }

    public IEnumerable<GoalStatus> ActiveGoals =>
        GoalStatuses.Where(goalStatus => goalStatus.Facts.State == GoalState.Active);

    /// <summary>Everything that the rules have found, the most important first.</summary>
    public IReadOnlyList<RuleFinding> EvaluateRules()
    {
        var findings = ActiveGoals
            .SelectMany(goalStatus => GoalStatusRules.Evaluate(goalStatus, this))
            .Concat(PlanRules.Evaluate(this))
            .Concat(PersonRules.Evaluate(this))
            .Concat(DirectionRules.Evaluate(this));
        return [.. findings.OrderBy(ruleFinding => ruleFinding.Rule.Rank())];
    }

    /// <param name="Open">Tasks that lead to it and are not done, and how many minutes they should take.</param>
    public sealed record PassedMilestone(
        Guid GoalId,
        Guid Id,
        string Title,
        DateOnly Date,
        int Open,
        int OpenMinutes,
        int Done
    );

    /// <summary>What was said of a goal in a review.</summary>
    /// <param name="Confidence">0 to 10.</param>
    public sealed record RecentCheckIn(Guid GoalId, DateOnly AnsweredOn, int Confidence);

    public sealed record WeekLoad(DateOnly Week, Guid GoalId, int Minutes);

    /// <param name="FailedOn">The day on which the person said that it does not hold; null while nothing has been said.</param>
    public sealed record DueTripwire(
        Guid GoalId,
        Guid Id,
        string Premise,
        string Test,
        string? FallbackPlan,
        DateOnly CheckOn,
        DateOnly? FailedOn
    );

    /// <param name="HasRecurringTask">Whether it has an open occurrence of a recurring task.</param>
    /// <param name="LastReviewedAt">The instant at which its plan was last edited or it was last checked in; null when that does not matter.</param>
    public sealed record GoalAlignment(
        Guid GoalId,
        Guid? FocusAreaId,
        Guid? AspirationId,
        bool HasRecurringTask,
        DateTime? LastReviewedAt
    );

    /// <param name="Id">Of the area or the aspiration; null for the statement.</param>
    /// <param name="ChangedOn">The person's day of <paramref name="ChangedAt"/>.</param>
    public sealed record DirectionChange(
        DirectionPart Part,
        Guid? Id,
        string? Name,
        DateTime ChangedAt,
        DateOnly ChangedOn
    );
}
