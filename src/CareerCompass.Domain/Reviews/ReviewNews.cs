using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal that stands otherwise than when it was last sighted.</summary>
public sealed record GoalStatusChange(string Goal, GoalStatusKind From, GoalStatusKind To);

/// <summary>A milestone that is due before the next review.</summary>
public sealed record UpcomingMilestone(string Goal, string Title, DateOnly Date);

/// <summary>A next step that was set last time and is not ticked off.</summary>
public sealed record PendingNextStep(Guid CheckInId, string Goal, string Step);

/// <summary>What a reminder tells of a review that has opened.</summary>
/// <param name="OmittedCount">How much of it was left out.</param>
public sealed record ReviewDigest(IReadOnlyList<GoalStatusChange> StatusChanges, IReadOnlyList<UpcomingMilestone> Milestones, IReadOnlyList<PendingNextStep> PendingNextSteps, int OmittedCount = 0)
{
    /// <summary>Lines that fit a phone's screen together with greeting, button and footer.</summary>
    public const int MaxLines = 6;

    private static readonly List<GoalStatusKind> BySeverity = [GoalStatusKind.OffCourse, GoalStatusKind.Stalled, GoalStatusKind.Drifting, GoalStatusKind.NoPlan];

    public static readonly ReviewDigest None = new([], [], []);

    /// <summary>What fits: a line of each kind in turn, the gravest, the nearest and the first set before the others.</summary>
    public ReviewDigest Shorten()
    {
        var (turns, milestones, steps) = (0, 0, 0);
        var before = -1;
        while (turns + milestones + steps > before && turns + milestones + steps < MaxLines)
        {
            before = turns + milestones + steps;
            turns += Room(turns, StatusChanges.Count);
            milestones += Room(milestones, Milestones.Count);
            steps += Room(steps, PendingNextSteps.Count);
        }

        return new ReviewDigest(
            [.. StatusChanges.OrderBy(turn => BySeverity.IndexOf(turn.To) is var rank && rank < 0 ? BySeverity.Count : rank).Take(turns)],
            [.. Milestones.OrderBy(milestone => milestone.Date).Take(milestones)],
            [.. PendingNextSteps.Take(steps)],
            StatusChanges.Count + Milestones.Count + PendingNextSteps.Count - turns - milestones - steps);

        int Room(int taken, int there) => taken < there && turns + milestones + steps < MaxLines ? 1 : 0;
    }
}
