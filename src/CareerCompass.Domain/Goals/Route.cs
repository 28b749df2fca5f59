using System.Text.Json.Serialization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A goal's route as it stood at a moment: what a <see cref="Revision"/> keeps.</summary>
public sealed record Route(
    string Title,
    GoalState State,
    DateOnly Target,
    DateOnly? PausedUntil,
    DateOnly StartedOn,
    IReadOnlyList<Route.Stop> Milestones,
    IReadOnlyList<Route.Step> Tasks)
{
    /// <summary>The shape of the JSON. Raise it with every change that an older reader would not understand.</summary>
    public const int SchemaVersion = 2;

    /// <summary>A milestone on the route.</summary>
    public sealed record Stop(Guid Id, string Title, DateOnly Date, DateOnly? ReachedOn);

    /// <summary>A task on the route, in its order.</summary>
    /// <param name="Weeks">When it is worked on; null when it is not laid out, as in everything that was kept before schema 2.</param>
    public sealed record Step(
        Guid Id, string Title, int? Estimate, Guid? MilestoneId, DateOnly? DoneOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Slot>? Weeks = null);

    /// <summary>Minutes of a task in a week.</summary>
    /// <param name="Week">Its Monday.</param>
    public sealed record Slot(DateOnly Week, int Minutes, bool Pinned);

    /// <summary>The tasks' weeks.</summary>
    public ILookup<Guid, Slot> Slots() => Tasks.SelectMany(step => (step.Weeks ?? []).Select(slot => (step.Id, slot))).ToLookup(pair => pair.Id, pair => pair.slot);

    /// <summary>The weeks of these placements, by task.</summary>
    public static ILookup<Guid, Slot> Slots(IEnumerable<Placement> placements) =>
        placements.OrderBy(placement => placement.Week).ToLookup(placement => placement.TaskId, placement => new Slot(placement.Week, placement.Minutes, placement.Pinned));

    /// <summary>The route as it stands. The goal's milestones and tasks have to be loaded.</summary>
    /// <param name="slots">When its tasks are worked on.</param>
    public static Route Of(Goal goal, ILookup<Guid, Slot>? slots = null)
    {
        var stops = goal.LivingMilestones.Select(stop => new Stop(stop.Id, stop.Title, stop.Date, stop.ReachedOn)).ToList();
        var known = stops.Select(stop => stop.Id).ToHashSet();
        var steps = goal.LivingTasks.Where(task => task.SeriesId is null).Select(task => new Step(
            task.Id, task.Title, task.Estimate, task.MilestoneId is { } id && known.Contains(id) ? id : null, task.DoneOn,
            slots?[task.Id].ToList() is { Count: > 0 } weeks ? weeks : null));
        return new Route(goal.Title, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn, stops, steps.ToList());
    }
}
