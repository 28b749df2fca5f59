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
    public const int SchemaVersion = 1;

    /// <summary>A milestone on the route.</summary>
    public sealed record Stop(Guid Id, string Title, DateOnly Date, DateOnly? ReachedOn);

    /// <summary>A task on the route, in its order.</summary>
    public sealed record Step(Guid Id, string Title, int? Estimate, Guid? MilestoneId, DateOnly? DoneOn);

    /// <summary>The route as it stands. The goal's milestones and tasks have to be loaded.</summary>
    public static Route Of(Goal goal)
    {
        var stops = goal.LivingMilestones.Select(stop => new Stop(stop.Id, stop.Title, stop.Date, stop.ReachedOn)).ToList();
        var known = stops.Select(stop => stop.Id).ToHashSet();
        var steps = goal.LivingTasks.Where(task => task.SeriesId is null).Select(task => new Step(
            task.Id, task.Title, task.Estimate, task.MilestoneId is { } id && known.Contains(id) ? id : null, task.DoneOn));
        return new Route(goal.Title, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn, stops, steps.ToList());
    }
}
