using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Compares two plans. Ticks are progress, not a change of the plan.</summary>
public static class PlanDiff
{
    /// <param name="correction">The correction between the two plans, for details that snapshots lack: the capacity
    /// change and where tasks went.</param>
    public static IReadOnlyList<PlanChange> Between(
        PlanSnapshot before,
        PlanSnapshot after,
        Correction? correction = null
    )
    {
        var splitMilestones = FindSplitMilestones(before, after);
        return
        [
            .. GoalChanges(before, after),
            .. CapacityChanges(correction),
            .. MilestoneChanges(before, after, splitMilestones),
            .. TaskChanges(before, after, splitMilestones, SuccessorTitle(before, correction)),
        ];
    }

    private static IEnumerable<PlanChange> GoalChanges(PlanSnapshot before, PlanSnapshot after)
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
            yield return new(
                PlanChangeKind.StateChanged,
                [],
                before.State,
                after.State == GoalState.Paused ? after.PausedUntil : after.State
            );
        }
    }

    private static IEnumerable<PlanChange> CapacityChanges(Correction? correction) =>
        correction?.ChangeSet?.Capacity is { } hours
            ?
            [
                new(
                    PlanChangeKind.CapacityRaised,
                    [],
                    new WeekMinutes(hours.Week, hours.MinutesBefore),
                    new WeekMinutes(hours.Week, hours.MinutesAfter)
                ),
            ]
            : [];

    private static string? SuccessorTitle(PlanSnapshot before, Correction? correction) =>
        correction?.Kind == CorrectionKind.NewPath
        && correction.ChangeSet?.Goals.FirstOrDefault(goal => goal.Before is null) is { } successor
        && successor.Title != before.Title
            ? successor.Title
            : null;

    // A new milestone whose tasks all come from one remaining milestone is half of a split
    private static Dictionary<Guid, Guid> FindSplitMilestones(PlanSnapshot before, PlanSnapshot after)
    {
        var (old, currentIds) = (
            before.Tasks.ToDictionary(task => task.Id),
            after.Milestones.Select(milestone => milestone.Id).ToHashSet()
        );
        var added = currentIds.Except(before.Milestones.Select(milestone => milestone.Id)).ToHashSet();
        return after
            .Tasks.Where(task => task.MilestoneId is { } to && added.Contains(to))
            .GroupBy(task => task.MilestoneId!.Value)
            .Select(group =>
                (
                    Half: group.Key,
                    From: group.Select(task => old.GetValueOrDefault(task.Id)?.MilestoneId).Distinct().ToList()
                )
            )
            .Where(half => half.From is [{ } from] && currentIds.Contains(from))
            .ToDictionary(half => half.Half, half => half.From[0]!.Value);
    }

    private static IEnumerable<PlanChange> MilestoneChanges(
        PlanSnapshot before,
        PlanSnapshot after,
        Dictionary<Guid, Guid> splitMilestones
    )
    {
        var (old, now) = (
            before.Milestones.ToDictionary(milestone => milestone.Id),
            after
                .Milestones.Where(milestone => !splitMilestones.ContainsKey(milestone.Id))
                .ToDictionary(milestone => milestone.Id)
        );
        foreach (var (half, from) in splitMilestones)
        {
            var (milestone, names) = (
                after.Milestones.First(milestone => milestone.Id == half),
                after.Tasks.Where(task => task.MilestoneId == half).Select(task => task.Title)
            );
            yield return new(
                PlanChangeKind.MilestoneSplit,
                [milestone.Title, .. names],
                old[from].Title,
                milestone.Date
            );
        }

        foreach (
            var change in AddedAndDropped(
                old,
                now,
                milestone => milestone.Title,
                PlanChangeKind.MilestonesAdded,
                PlanChangeKind.MilestonesDropped
            )
        )
        {
            yield return change;
        }

        foreach (var milestone in after.Milestones.Where(milestone => old.ContainsKey(milestone.Id)))
        {
            var previous = old[milestone.Id];
            if (previous.Title != milestone.Title)
            {
                yield return new(PlanChangeKind.MilestoneRenamed, [milestone.Title], previous.Title, milestone.Title);
            }

            if (previous.Date != milestone.Date)
            {
                yield return new(PlanChangeKind.MilestoneMoved, [milestone.Title], previous.Date, milestone.Date);
            }
        }
    }

    private static IEnumerable<PlanChange> TaskChanges(
        PlanSnapshot before,
        PlanSnapshot after,
        Dictionary<Guid, Guid> splitMilestones,
        string? successorTitle
    )
    {
        var (old, now) = (before.Tasks.ToDictionary(task => task.Id), after.Tasks.ToDictionary(task => task.Id));
        foreach (
            var change in AddedAndDropped(
                old,
                now,
                task => task.Title,
                PlanChangeKind.TasksAdded,
                PlanChangeKind.TasksDropped
            )
        )
        {
            yield return change.Kind == PlanChangeKind.TasksDropped && successorTitle is not null
                ? change with
                {
                    Kind = PlanChangeKind.TasksTakenOver,
                    To = successorTitle,
                }
                : change;
        }

        var remaining = after.Tasks.Where(task => old.ContainsKey(task.Id)).ToList();
        foreach (
            var group in remaining
                .Where(task =>
                    task.MilestoneId != old[task.Id].MilestoneId
                    && !splitMilestones.ContainsKey(task.MilestoneId ?? Guid.Empty)
                )
                .GroupBy(task => task.MilestoneId)
        )
        {
            var to = after.Milestones.FirstOrDefault(milestone => milestone.Id == group.Key)?.Title;
            yield return new(PlanChangeKind.TasksMoved, [.. group.Select(task => task.Title)], null, to);
        }

        var reestimated = remaining.Where(task => task.Estimate != old[task.Id].Estimate).ToList();
        if (reestimated.Count > 0)
        {
            yield return new(
                PlanChangeKind.TasksReestimated,
                [.. reestimated.Select(task => task.Title)],
                reestimated.Sum(task => old[task.Id].Estimate ?? 0),
                reestimated.Sum(task => task.Estimate ?? 0)
            );
        }

        var renamed = remaining.Where(task => task.Title != old[task.Id].Title).Select(task => task.Title).ToList();
        if (renamed.Count > 0)
        {
            yield return new(PlanChangeKind.TasksRenamed, renamed);
        }

        if (
            !before
                .Tasks.Select(task => task.Id)
                .Where(now.ContainsKey)
                .SequenceEqual(remaining.Select(task => task.Id))
        )
        {
            yield return new(PlanChangeKind.TasksReordered, []);
        }

        // Ticking a task ends its pin, which is not a change of plan
        foreach (
            var week in remaining
                .Where(task => task.DoneOn is null && task.PinnedWeek != old[task.Id].PinnedWeek)
                .GroupBy(task => task.PinnedWeek)
        )
        {
            yield return new(PlanChangeKind.TasksPinned, [.. week.Select(task => task.Title)], null, week.Key);
        }
    }

    private static IEnumerable<PlanChange> AddedAndDropped<T>(
        Dictionary<Guid, T> old,
        Dictionary<Guid, T> now,
        Func<T, string> title,
        PlanChangeKind added,
        PlanChangeKind dropped
    )
    {
        var addedTitles = now.Where(item => !old.ContainsKey(item.Key)).Select(item => title(item.Value)).ToList();
        if (addedTitles.Count > 0)
        {
            yield return new(added, addedTitles);
        }

        var droppedTitles = old.Where(item => !now.ContainsKey(item.Key)).Select(item => title(item.Value)).ToList();
        if (droppedTitles.Count > 0)
        {
            yield return new(dropped, droppedTitles);
        }
    }
}
