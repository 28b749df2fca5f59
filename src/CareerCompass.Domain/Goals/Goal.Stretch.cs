namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <summary>Moves the target, and with it in proportion each milestone that is not reached and lies between start and target.</summary>
    /// <exception cref="RuleBroken">The target does not lie ahead, or the goal has ended.</exception>
    public void Stretch(DateOnly target, DateOnly today)
    {
        var before = Target;
        Edit(Title, Why, DoneWhen, target, today);
        if (target == before)
        {
            return;
        }

        foreach (var stop in LivingMilestones.Where(stop => stop.ReachedOn is null && stop.Date > StartedOn && stop.Date <= before).ToList())
        {
            stop.Edit(stop.Title, GoalTemplate.Proportion(stop.Date.DayNumber - StartedOn.DayNumber, before.DayNumber - StartedOn.DayNumber, StartedOn, target), today);
        }
    }
}
