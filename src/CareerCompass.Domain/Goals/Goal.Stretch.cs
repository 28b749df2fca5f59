namespace CareerCompass.Domain.Goals;

/// <summary>Moving a target, and what lies on the way there in proportion.</summary>
public sealed partial class Goal
{
    /// <summary>
    /// The day for a milestone when the target moves: what lies between today (or the first milestone that was missed) and
    /// the target keeps its place on the way; what lies beyond keeps its distance.
    /// </summary>
    /// <param name="first">The date of the first milestone that is not reached.</param>
    public static DateOnly ShiftProportionally(DateOnly date, DateOnly first, DateOnly target, DateOnly to, DateOnly today)
    {
        var from = first < today ? first : today;
        if (to == target)
        {
            return date;
        }

        if (date >= target || target <= from)
        {
            return to.AddDays(date.DayNumber - target.DayNumber);
        }

        var (way, whole, left) = ((long)date.DayNumber - from.DayNumber, (long)target.DayNumber - from.DayNumber, Math.Max(0L, to.DayNumber - today.DayNumber));
        return today.AddDays((int)(((2 * way * left) + whole) / (2 * whole)));
    }

    /// <summary>Moves the target, and with it in proportion each milestone that is not reached and lies between start and target.</summary>
    /// <exception cref="DomainRuleException">The target does not lie ahead, or the goal has ended.</exception>
    public void MoveTargetProportionally(DateOnly target, DateOnly today)
    {
        var before = Target;
        Edit(Title, Why, DoneWhen, target, today);
        if (target == before)
        {
            return;
        }

        foreach (var stop in UntrashedMilestones.Where(stop => stop.ReachedOn is null && stop.Date > StartedOn && stop.Date <= before).ToList())
        {
            stop.Edit(stop.Title, GoalTemplate.InterpolateDate(stop.Date.DayNumber - StartedOn.DayNumber, before.DayNumber - StartedOn.DayNumber, StartedOn, target), today);
        }
    }
}
