using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>What kind of difference a <see cref="RouteChange"/> is.</summary>
public enum RouteChangeKind
{
    Renamed,
    TargetMoved,
    StateChanged,
    HoursRaised,
    MilestoneSplit,
    MilestonesAdded,
    MilestonesDropped,
    MilestoneMoved,
    MilestoneRenamed,
    TasksAdded,
    TasksDropped,
    TasksTakenOver,
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
    /// <param name="by">The correction that lies between them, which knows more: whose hours were raised, and where tasks went.</param>
    public static IReadOnlyList<RouteChange> Between(Route before, Route after, Correction? by = null)
    {
        var halves = Halves(before, after);
        return [.. Goal(before, after), .. Hours(by), .. Milestones(before, after, halves), .. Tasks(before, after, halves, Heir(before, by))];
    }

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

        if (before.State != after.State || (after.State == GoalState.Paused && before.PausedUntil != after.PausedUntil))
        {
            yield return new(RouteChangeKind.StateChanged, [], before.State, after.State == GoalState.Paused ? after.PausedUntil : after.State);
        }
    }

    private static IEnumerable<RouteChange> Hours(Correction? by) => by?.Footprint?.Hours is { } hours
        ? [new(RouteChangeKind.HoursRaised, [], new WeekMinutes(hours.Week, hours.Before), new WeekMinutes(hours.Week, hours.Is))] : [];

    // Where tasks went that are here no more
    private static string? Heir(Route before, Correction? by) =>
        by?.Kind == CorrectionKind.NewPath && by.Footprint?.Goals.FirstOrDefault(goal => goal.Was is null) is { } heir && heir.Title != before.Title ? heir.Title : null;

    // New milestones to which only tasks of one that stays came over: each is half of that
    private static Dictionary<Guid, Guid> Halves(Route before, Route after)
    {
        var (old, stay) = (before.Tasks.ToDictionary(step => step.Id), after.Milestones.Select(stop => stop.Id).ToHashSet());
        var added = stay.Except(before.Milestones.Select(stop => stop.Id)).ToHashSet();
        return after.Tasks.Where(step => step.MilestoneId is { } to && added.Contains(to)).GroupBy(step => step.MilestoneId!.Value)
            .Select(group => (Half: group.Key, From: group.Select(step => old.GetValueOrDefault(step.Id)?.MilestoneId).Distinct().ToList()))
            .Where(half => half.From is [{ } from] && stay.Contains(from)).ToDictionary(half => half.Half, half => half.From[0]!.Value);
    }

    private static IEnumerable<RouteChange> Milestones(Route before, Route after, Dictionary<Guid, Guid> halves)
    {
        var (old, now) = (before.Milestones.ToDictionary(stop => stop.Id), after.Milestones.Where(stop => !halves.ContainsKey(stop.Id)).ToDictionary(stop => stop.Id));
        foreach (var (half, from) in halves)
        {
            var (stop, names) = (after.Milestones.First(stop => stop.Id == half), after.Tasks.Where(step => step.MilestoneId == half).Select(step => step.Title));
            yield return new(RouteChangeKind.MilestoneSplit, [stop.Title, .. names], old[from].Title, stop.Date);
        }

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

    private static IEnumerable<RouteChange> Tasks(Route before, Route after, Dictionary<Guid, Guid> halves, string? heir)
    {
        var (old, now) = (before.Tasks.ToDictionary(step => step.Id), after.Tasks.ToDictionary(step => step.Id));
        foreach (var change in Coming(old, now, step => step.Title, RouteChangeKind.TasksAdded, RouteChangeKind.TasksDropped))
        {
            yield return change.Kind == RouteChangeKind.TasksDropped && heir is not null ? change with { Kind = RouteChangeKind.TasksTakenOver, To = heir } : change;
        }

        var kept = after.Tasks.Where(step => old.ContainsKey(step.Id)).ToList();
        foreach (var group in kept.Where(step => step.MilestoneId != old[step.Id].MilestoneId && !halves.ContainsKey(step.MilestoneId ?? Guid.Empty)).GroupBy(step => step.MilestoneId))
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
