using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal that stands otherwise than when it was last sighted.</summary>
public sealed record BearingTurn(string Goal, Bearing From, Bearing To);

/// <summary>A milestone that is due before the next review.</summary>
public sealed record MilestoneAhead(string Goal, string Title, DateOnly Date);

/// <summary>A next step that was set last time and is not ticked off.</summary>
public sealed record StepOpen(Guid CheckInId, string Goal, string Step);

/// <summary>What a reminder tells of a review that has opened.</summary>
/// <param name="Left">How much of it was left out.</param>
public sealed record ReviewNews(IReadOnlyList<BearingTurn> Turns, IReadOnlyList<MilestoneAhead> Milestones, IReadOnlyList<StepOpen> Steps, int Left = 0)
{
    /// <summary>Lines that fit a phone's screen together with greeting, button and footer.</summary>
    public const int MostLines = 6;

    private static readonly List<Bearing> Gravest = [Bearing.OffCourse, Bearing.Stalled, Bearing.Drifting, Bearing.NoRoute];

    public static readonly ReviewNews None = new([], [], []);

    /// <summary>What fits: a line of each kind in turn, the gravest, the nearest and the first set before the others.</summary>
    public ReviewNews Fit()
    {
        var (turns, milestones, steps) = (0, 0, 0);
        var before = -1;
        while (turns + milestones + steps > before && turns + milestones + steps < MostLines)
        {
            before = turns + milestones + steps;
            turns += Room(turns, Turns.Count);
            milestones += Room(milestones, Milestones.Count);
            steps += Room(steps, Steps.Count);
        }

        return new ReviewNews(
            [.. Turns.OrderBy(turn => Gravest.IndexOf(turn.To) is var rank && rank < 0 ? Gravest.Count : rank).Take(turns)],
            [.. Milestones.OrderBy(milestone => milestone.Date).Take(milestones)],
            [.. Steps.Take(steps)],
            Turns.Count + Milestones.Count + Steps.Count - turns - milestones - steps);

        int Room(int taken, int there) => taken < there && turns + milestones + steps < MostLines ? 1 : 0;
    }
}
