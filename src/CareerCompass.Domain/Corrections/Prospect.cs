using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the standings of a person's goals follow from on a day.</summary>
/// <param name="Goals">All active ones, as they share the hours a week, and those that are asked about.</param>
public sealed record Prospect(IReadOnlyList<GoalFacts> Goals, OutlookFacts Facts)
{
    /// <summary>The same with a goal on another route, or with one more goal.</summary>
    public Prospect With(Guid ownerId, Guid goalId, Route route)
    {
        var old = Goals.FirstOrDefault(goal => goal.Id == goalId);
        var turned = old?.On(route) ?? GoalFacts.Of(ownerId, goalId, route);
        var last = route.Tasks.Where(task => task.DoneOn is null).SelectMany(task => task.Weeks ?? []).Max(slot => (DateOnly?)slot.Week);
        return new Prospect(
            old is null ? [.. Goals, turned] : [.. Goals.Select(goal => goal == old ? turned : goal)],
            Facts with
            {
                Active = [.. Facts.Active.Where(id => id != goalId), .. route.State == GoalState.Active ? new[] { goalId } : []],
                LastPlaced = Facts.LastPlaced.Where(goal => goal.Key != goalId).Concat(last is { } week ? [KeyValuePair.Create(goalId, week)] : []).ToDictionary(),
            });
    }

    /// <summary>The same with other hours from a week on, until the next row.</summary>
    public Prospect With(WeekMinutes hours) => this with
    {
        Facts = Facts with { Capacities = [.. Facts.Capacities.Where(row => row.Week < hours.Week), hours, .. Facts.Capacities.Where(row => row.Week > hours.Week)] },
    };

    public IReadOnlyList<Standing> Standings()
    {
        var outlook = new Outlook(Facts);
        return [.. Goals.Select(goal => Standing.Of(goal, outlook))];
    }
}
