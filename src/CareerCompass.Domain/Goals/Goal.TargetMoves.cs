namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <summary>The new date of a milestone when the target moves. Dates between today (or the first missed milestone)
    /// and the target move in proportion; later dates keep their distance to the target.</summary>
    /// <param name="firstOpenMilestone">The date of the first milestone that is not reached.</param>
    public static DateOnly ShiftProportionally(
        DateOnly date,
        DateOnly firstOpenMilestone,
        DateOnly target,
        DateOnly newTarget,
        DateOnly today
    )
    {
        var from = firstOpenMilestone < today ? firstOpenMilestone : today;
        if (newTarget == target)
        {
            return date;
        }

        if (date >= target || target <= from)
        {
            return newTarget.AddDays(date.DayNumber - target.DayNumber);
        }

        var (distance, oldSpan, newSpan) = (
            (long)date.DayNumber - from.DayNumber,
            (long)target.DayNumber - from.DayNumber,
            Math.Max(0L, newTarget.DayNumber - today.DayNumber)
        );
        return today.AddDays((int)(((2 * distance * newSpan) + oldSpan) / (2 * oldSpan)));
    }

    /// <summary>Moves the target and, in proportion, all open milestones between start and target.</summary>
    /// <exception cref="DomainRuleException">The target is not in the future, or the goal has ended.</exception>
    public void MoveTargetProportionally(DateOnly target, DateOnly today)
    {
        var before = Target;
        Edit(Title, Why, DoneWhen, target, today);
        if (target == before)
        {
            return;
        }

        foreach (
            var milestone in UntrashedMilestones
                .Where(milestone =>
                    milestone.ReachedOn is null && milestone.Date > StartedOn && milestone.Date <= before
                )
                .ToList()
        )
        {
            milestone.Edit(
                milestone.Title,
                PlanScale.MoveAfterStart(
                    milestone.Date.DayNumber - StartedOn.DayNumber,
                    before.DayNumber - StartedOn.DayNumber,
                    StartedOn,
                    target
                ),
                today
            );
        }
    }
}
