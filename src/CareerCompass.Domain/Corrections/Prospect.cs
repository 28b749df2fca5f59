using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the standings of a person's goals follow from on a day.</summary>
/// <param name="Goals">All active ones, as they share the hours a week, and those that are asked about.</param>
/// <param name="Hours">Minutes a week, in order of time.</param>
public sealed record Prospect(IReadOnlyList<GoalFacts> Goals, IReadOnlyList<WeekMinutes> Hours, DateOnly Today)
{
    /// <summary>The same with a goal on another route, or with one more goal.</summary>
    public Prospect With(Guid ownerId, Guid goalId, Route route)
    {
        var old = Goals.FirstOrDefault(goal => goal.Id == goalId);
        var facts = (old ?? new GoalFacts { Id = goalId, OwnerId = ownerId, Title = route.Title, State = route.State, Target = route.Target, StartedOn = route.StartedOn }) with
        {
            State = route.State,
            PausedUntil = route.PausedUntil,
            Target = route.Target,
            StartedOn = route.StartedOn,
        };
        var turned = facts.Counting([.. route.Tasks], Forecast.HistoryFrom(Today));
        return this with { Goals = old is null ? [.. Goals, turned] : [.. Goals.Select(goal => goal == old ? turned : goal)] };
    }

    /// <summary>The same with other hours from a week on, until the next row.</summary>
    public Prospect With(WeekMinutes hours) =>
        this with { Hours = [.. Hours.Where(row => row.Week < hours.Week), hours, .. Hours.Where(row => row.Week > hours.Week)] };

    public IReadOnlyList<Standing> Standings()
    {
        var active = Goals.Count(goal => goal.State == GoalState.Active);
        return [.. Goals.Select(goal => Standing.Of(goal, Capacity.On(Hours, Today), active, Today))];
    }
}
