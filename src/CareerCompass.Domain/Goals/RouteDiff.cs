namespace CareerCompass.Domain.Goals;

/// <summary>What kind of difference a <see cref="RouteChange"/> is.</summary>
public enum RouteChangeKind
{
    Renamed,
    TargetMoved,
    StateChanged,
    MilestonesAdded,
    MilestonesDropped,
    MilestoneMoved,
    MilestoneRenamed,
    TasksAdded,
    TasksDropped,
    TasksMoved,
    TasksReestimated,
    TasksRenamed,
    TasksReordered,
    TasksLaidOut,
}

/// <summary>One difference between two routes. The web puts it into words.</summary>
/// <param name="Names">The titles it is about: one, or those of several tasks or milestones.</param>
/// <param name="From">The date, title, state or minutes before, where there is one to show.</param>
/// <param name="To">The same, after.</param>
public sealed record RouteChange(RouteChangeKind Kind, IReadOnlyList<string> Names, object? From = null, object? To = null);

/// <summary>Tells what changed between two routes. Ticks are progress, not a change of the route.</summary>
public static class RouteDiff
{
    public static IReadOnlyList<RouteChange> Between(Route before, Route after) =>
        [.. Goal(before, after), .. Milestones(before, after), .. Tasks(before, after)];

    private static IEnumerable<RouteChange> Goal(Route before, Route after)
    {
        if (before.Title != after.Title)
        {
            yield return new(RouteChangeKind.Renamed, [after.Title], before.Title, after.Title);
        }

        if (before.Target != after.Target)
        {
            yield return new(RouteChangeKind.TargetMoved, [], before.Target, after.Target);
        }

        if (before.State != after.State)
        {
            yield return new(RouteChangeKind.StateChanged, [], before.State, after.State == GoalState.Paused ? after.PausedUntil : after.State);
        }
    }

    private static IEnumerable<RouteChange> Milestones(Route before, Route after)
    {
        var (old, now) = (before.Milestones.ToDictionary(stop => stop.Id), after.Milestones.ToDictionary(stop => stop.Id));
        foreach (var change in Coming(old, now, stop => stop.Title, RouteChangeKind.MilestonesAdded, RouteChangeKind.MilestonesDropped))
        {
            yield return change;
        }

        foreach (var stop in after.Milestones.Where(stop => old.ContainsKey(stop.Id)))
        {
            var was = old[stop.Id];
            if (was.Title != stop.Title)
            {
                yield return new(RouteChangeKind.MilestoneRenamed, [stop.Title], was.Title, stop.Title);
            }

            if (was.Date != stop.Date)
            {
                yield return new(RouteChangeKind.MilestoneMoved, [stop.Title], was.Date, stop.Date);
            }
        }
    }

    private static IEnumerable<RouteChange> Tasks(Route before, Route after)
    {
        var (old, now) = (before.Tasks.ToDictionary(step => step.Id), after.Tasks.ToDictionary(step => step.Id));
        foreach (var change in Coming(old, now, step => step.Title, RouteChangeKind.TasksAdded, RouteChangeKind.TasksDropped))
        {
            yield return change;
        }

        var kept = after.Tasks.Where(step => old.ContainsKey(step.Id)).ToList();
        foreach (var group in kept.Where(step => step.MilestoneId != old[step.Id].MilestoneId).GroupBy(step => step.MilestoneId))
        {
            var to = after.Milestones.FirstOrDefault(stop => stop.Id == group.Key)?.Title;
            yield return new(RouteChangeKind.TasksMoved, [.. group.Select(step => step.Title)], null, to);
        }

        var sized = kept.Where(step => step.Estimate != old[step.Id].Estimate).ToList();
        if (sized.Count > 0)
        {
            yield return new(
                RouteChangeKind.TasksReestimated,
                [.. sized.Select(step => step.Title)],
                sized.Sum(step => old[step.Id].Estimate ?? 0),
                sized.Sum(step => step.Estimate ?? 0));
        }

        var renamed = kept.Where(step => step.Title != old[step.Id].Title).Select(step => step.Title).ToList();
        if (renamed.Count > 0)
        {
            yield return new(RouteChangeKind.TasksRenamed, renamed);
        }

        if (!before.Tasks.Select(step => step.Id).Where(now.ContainsKey).SequenceEqual(kept.Select(step => step.Id)))
        {
            yield return new(RouteChangeKind.TasksReordered, []);
        }

        var placed = kept.Where(step => !(step.Weeks ?? []).SequenceEqual(old[step.Id].Weeks ?? [])).ToList();
        if (placed.Count > 0)
        {
            yield return new(RouteChangeKind.TasksLaidOut, [.. placed.Select(step => step.Title)], LastWeek(placed.Select(step => old[step.Id])), LastWeek(placed));
        }
    }

    private static DateOnly? LastWeek(IEnumerable<Route.Step> steps) => steps.SelectMany(step => step.Weeks ?? []).Max(slot => (DateOnly?)slot.Week);

    private static IEnumerable<RouteChange> Coming<T>(
        Dictionary<Guid, T> old, Dictionary<Guid, T> now, Func<T, string> title, RouteChangeKind added, RouteChangeKind dropped)
    {
        var came = now.Where(item => !old.ContainsKey(item.Key)).Select(item => title(item.Value)).ToList();
        if (came.Count > 0)
        {
            yield return new(added, came);
        }

        var went = old.Where(item => !now.ContainsKey(item.Key)).Select(item => title(item.Value)).ToList();
        if (went.Count > 0)
        {
            yield return new(dropped, went);
        }
    }
}
