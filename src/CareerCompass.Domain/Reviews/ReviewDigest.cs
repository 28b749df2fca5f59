using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

public sealed record ReviewDigest(
    IReadOnlyList<GoalStatusChange> StatusChanges,
    IReadOnlyList<UpcomingMilestone> Milestones,
    IReadOnlyList<PendingNextStep> PendingNextSteps,
    int OmittedCount = 0
)
{
    /// <summary>Goals whose dates are listed in addition.</summary>
    public const int MaxGoals = 3;

    /// <summary>Active goals with a forecast, by target.</summary>
    public IReadOnlyList<GoalStatus> Goals { get; init; } = [];

    /// <summary>Lines that fit on a phone screen with greeting, button and footer.</summary>
    public const int MaxLines = 6;

    private static readonly List<GoalStatusKind> BySeverity =
    [
        GoalStatusKind.OffCourse,
        GoalStatusKind.Stalled,
        GoalStatusKind.Drifting,
        GoalStatusKind.NoPlan,
    ];

    public static readonly ReviewDigest None = new([], [], []);

    /// <summary>Takes lines of each kind in turn, most important first.</summary>
    public ReviewDigest Shorten()
    {
        var (statusChanges, milestones, nextSteps) = (0, 0, 0);
        var before = -1;
        while (statusChanges + milestones + nextSteps > before && statusChanges + milestones + nextSteps < MaxLines)
        {
            before = statusChanges + milestones + nextSteps;
            statusChanges += Room(statusChanges, StatusChanges.Count);
            milestones += Room(milestones, Milestones.Count);
            nextSteps += Room(nextSteps, PendingNextSteps.Count);
        }

        return new ReviewDigest(
            [
                .. StatusChanges
                    .OrderBy(turn => BySeverity.IndexOf(turn.To) is var rank && rank < 0 ? BySeverity.Count : rank)
                    .Take(statusChanges),
            ],
            [.. Milestones.OrderBy(milestone => milestone.Date).Take(milestones)],
            [.. PendingNextSteps.Take(nextSteps)],
            StatusChanges.Count + Milestones.Count + PendingNextSteps.Count - statusChanges - milestones - nextSteps
        )
        {
            Goals = [.. Goals.OrderBy(goal => goal.Facts.Target).Take(MaxGoals)],
        };

        int Room(int taken, int available) =>
            taken < available && statusChanges + milestones + nextSteps < MaxLines ? 1 : 0;
    }
}
