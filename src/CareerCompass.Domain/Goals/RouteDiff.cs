using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>What kind of difference a <see cref="PlanChange"/> is.</summary>
public enum PlanChangeKind
{
    Renamed,
    TargetMoved,
    StateChanged,
    CapacityRaised,
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
    TasksScheduled,
}

/// <summary>One difference between two routes. The web puts it into words.</summary>
/// <param name="Names">The titles it is about: one, or those of several tasks or milestones.</param>
/// <param name="From">The date, title, state or minutes before, where there is one to show.</param>
/// <param name="To">The same, after.</param>
public sealed record PlanChange(PlanChangeKind Kind, IReadOnlyList<string> Names, object? From = null, object? To = null);

/// <summary>Tells what changed between two routes. Ticks are progress, not a change of the route.</summary>
public static class PlanDiff
{
    /// <param name="by">The correction that lies between them, which knows more: whose hours were raised, and where tasks went.</param>
    public static IReadOnlyList<PlanChange> Between(PlanSnapshot before, PlanSnapshot after, Correction? by = null)
    {
        var halves = FindSplitMilestones(before, after);
        return [.. Goal(before, after), .. Hours(by), .. Milestones(before, after, halves), .. Tasks(before, after, halves, SuccessorTitle(before, by))];
    }

    private static IEnumerable<PlanChange> Goal(PlanSnapshot before, PlanSnapshot after)
    {
        if (before.Title != after.Title)
        {
            yield return new(PlanChangeKind.Renamed, [after.Title], before.Title, after.Title);
        }

        if (before.Target != after.Target)
        {
            yield return new(PlanChangeKind.TargetMoved, [], before.Target, after.Target);
        }

        if (before.State != after.State || (after.State == GoalState.Paused && before.PausedUntil != after.PausedUntil))
        {
            yield return new(PlanChangeKind.StateChanged, [], before.State, after.State == GoalState.Paused ? after.PausedUntil : after.State);
        }
    }

    private static IEnumerable<PlanChange> Hours(Correction? by) => by?.ChangeSet?.Capacity is { } hours
        ? [new(PlanChangeKind.CapacityRaised, [], new WeekMinutes(hours.Week, hours.MinutesBefore), new WeekMinutes(hours.Week, hours.MinutesAfter))] : [];

    // Where tasks went that are here no more
    private static string? SuccessorTitle(PlanSnapshot before, Correction? by) =>
        by?.Kind == CorrectionKind.NewPath && by.ChangeSet?.Goals.FirstOrDefault(goal => goal.Before is null) is { } heir && heir.Title != before.Title ? heir.Title : null;

    // New milestones to which only tasks of one that stays came over: each is half of that
    private static Dictionary<Guid, Guid> FindSplitMilestones(PlanSnapshot before, PlanSnapshot after)
    {
        var (old, stay) = (before.Tasks.ToDictionary(taskSnapshot => taskSnapshot.Id), after.Milestones.Select(milestoneSnapshot => milestoneSnapshot.Id).ToHashSet());
        var added = stay.Except(before.Milestones.Select(milestoneSnapshot => milestoneSnapshot.Id)).ToHashSet();
        return after.Tasks.Where(taskSnapshot => taskSnapshot.MilestoneId is { } to && added.Contains(to)).GroupBy(taskSnapshot => taskSnapshot.MilestoneId!.Value)
            .Select(group => (Half: group.Key, From: group.Select(taskSnapshot => old.GetValueOrDefault(taskSnapshot.Id)?.MilestoneId).Distinct().ToList()))
            .Where(half => half.From is [{ } from] && stay.Contains(from)).ToDictionary(half => half.Half, half => half.From[0]!.Value);
    }

    private static IEnumerable<PlanChange> Milestones(PlanSnapshot before, PlanSnapshot after, Dictionary<Guid, Guid> halves)
    {
        var (old, now) = (before.Milestones.ToDictionary(milestoneSnapshot => milestoneSnapshot.Id), after.Milestones.Where(milestoneSnapshot => !halves.ContainsKey(milestoneSnapshot.Id)).ToDictionary(milestoneSnapshot => milestoneSnapshot.Id));
        foreach (var (half, from) in halves)
        {
            var (milestoneSnapshot, names) = (after.Milestones.First(milestoneSnapshot => milestoneSnapshot.Id == half), after.Tasks.Where(taskSnapshot => taskSnapshot.MilestoneId == half).Select(taskSnapshot => taskSnapshot.Title));
            yield return new(PlanChangeKind.MilestoneSplit, [milestoneSnapshot.Title, .. names], old[from].Title, milestoneSnapshot.Date);
        }

        foreach (var change in AddedAndDropped(old, now, milestoneSnapshot => milestoneSnapshot.Title, PlanChangeKind.MilestonesAdded, PlanChangeKind.MilestonesDropped))
        {
            yield return change;
        }

        foreach (var milestoneSnapshot in after.Milestones.Where(milestoneSnapshot => old.ContainsKey(milestoneSnapshot.Id)))
        {
            var was = old[milestoneSnapshot.Id];
            if (was.Title != milestoneSnapshot.Title)
            {
                yield return new(PlanChangeKind.MilestoneRenamed, [milestoneSnapshot.Title], was.Title, milestoneSnapshot.Title);
            }

            if (was.Date != milestoneSnapshot.Date)
            {
                yield return new(PlanChangeKind.MilestoneMoved, [milestoneSnapshot.Title], was.Date, milestoneSnapshot.Date);
            }
        }
    }

    private static IEnumerable<PlanChange> Tasks(PlanSnapshot before, PlanSnapshot after, Dictionary<Guid, Guid> halves, string? heir)
    {
        var (old, now) = (before.Tasks.ToDictionary(taskSnapshot => taskSnapshot.Id), after.Tasks.ToDictionary(taskSnapshot => taskSnapshot.Id));
        foreach (var change in AddedAndDropped(old, now, taskSnapshot => taskSnapshot.Title, PlanChangeKind.TasksAdded, PlanChangeKind.TasksDropped))
        {
            yield return change.Kind == PlanChangeKind.TasksDropped && heir is not null ? change with { Kind = PlanChangeKind.TasksTakenOver, To = heir } : change;
        }

        var kept = after.Tasks.Where(taskSnapshot => old.ContainsKey(taskSnapshot.Id)).ToList();
        foreach (var group in kept.Where(taskSnapshot => taskSnapshot.MilestoneId != old[taskSnapshot.Id].MilestoneId && !halves.ContainsKey(taskSnapshot.MilestoneId ?? Guid.Empty)).GroupBy(taskSnapshot => taskSnapshot.MilestoneId))
        {
            var to = after.Milestones.FirstOrDefault(milestoneSnapshot => milestoneSnapshot.Id == group.Key)?.Title;
            yield return new(PlanChangeKind.TasksMoved, [.. group.Select(taskSnapshot => taskSnapshot.Title)], null, to);
        }

        var sized = kept.Where(taskSnapshot => taskSnapshot.Estimate != old[taskSnapshot.Id].Estimate).ToList();
        if (sized.Count > 0)
        {
            yield return new(
                PlanChangeKind.TasksReestimated,
                [.. sized.Select(taskSnapshot => taskSnapshot.Title)],
                sized.Sum(taskSnapshot => old[taskSnapshot.Id].Estimate ?? 0),
                sized.Sum(taskSnapshot => taskSnapshot.Estimate ?? 0));
        }

        var renamed = kept.Where(taskSnapshot => taskSnapshot.Title != old[taskSnapshot.Id].Title).Select(taskSnapshot => taskSnapshot.Title).ToList();
        if (renamed.Count > 0)
        {
            yield return new(PlanChangeKind.TasksRenamed, renamed);
        }

        if (!before.Tasks.Select(taskSnapshot => taskSnapshot.Id).Where(now.ContainsKey).SequenceEqual(kept.Select(taskSnapshot => taskSnapshot.Id)))
        {
            yield return new(PlanChangeKind.TasksReordered, []);
        }

        var placed = kept.Where(taskSnapshot => !(taskSnapshot.Allocations ?? []).SequenceEqual(old[taskSnapshot.Id].Allocations ?? [])).ToList();
        if (placed.Count > 0)
        {
            yield return new(PlanChangeKind.TasksScheduled, [.. placed.Select(taskSnapshot => taskSnapshot.Title)], LastWeek(placed.Select(taskSnapshot => old[taskSnapshot.Id])), LastWeek(placed));
        }
    }

    private static DateOnly? LastWeek(IEnumerable<PlanSnapshot.TaskSnapshot> taskSnapshots) => taskSnapshots.SelectMany(taskSnapshot => taskSnapshot.Allocations ?? []).Max(allocationSnapshot => (DateOnly?)allocationSnapshot.Week);

    private static IEnumerable<PlanChange> AddedAndDropped<T>(
        Dictionary<Guid, T> old, Dictionary<Guid, T> now, Func<T, string> title, PlanChangeKind added, PlanChangeKind dropped)
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
