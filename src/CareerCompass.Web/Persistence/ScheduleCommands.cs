using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public static class ScheduleCommands
{
    /// <summary>Loads the tracked input of a schedule.</summary>
    public static async Task<SchedulingData> SchedulingDataAsync(this CompassDb db)
    {
        var ongoing = db.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused);
        var goals = await ongoing
            .Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .OrderBy(goal => goal.Priority)
            .ThenBy(goal => goal.Id)
            .AsSplitQuery()
            .ToListAsync();
        var taskAllocations = await db
            .TaskAllocations.Where(taskAllocation => ongoing.Any(goal => goal.Id == taskAllocation.GoalId))
            .ToListAsync();
        var orders = await db
            .TaskDependencies.Where(order => ongoing.Any(goal => goal.Id == order.GoalId))
            .ToListAsync();
        var off = await db
            .TimeOff.OrderBy(row => row.FirstDay)
            .Select(row => new DaySpan(row.FirstDay, row.LastDay))
            .ToListAsync();
        var recurringTasks = await db
            .RecurringTasks.Where(row => ongoing.Any(goal => goal.Id == row.GoalId))
            .ToListAsync();
        return new SchedulingData(goals, taskAllocations, orders, off, recurringTasks);
    }

    /// <summary>Replaces all allocations except pins. Does not save.</summary>
    /// <returns>The number of tasks that moved.</returns>
    public static Task<int> ScheduleAsync(
        this CompassDb db,
        SchedulingData board,
        Schedule schedule,
        Guid? only,
        DateOnly today,
        DateTime now
    )
    {
        var open = board
            .Goals.Where(goal => only is null || goal.Id == only)
            .SelectMany(SchedulingData.OpenTasksOf)
            .Select(task => task.Id)
            .ToHashSet();
        var owner = board.Goals.Count > 0 ? board.Goals[0].OwnerId : default;
        return db.ReplaceAllocationsAsync(
            board,
            [
                .. board.TaskAllocations.Where(taskAllocation =>
                    open.Contains(taskAllocation.TaskId)
                    && !(taskAllocation.IsPinned && taskAllocation.Week >= IsoWeek.Monday(today))
                ),
            ],
            [
                .. schedule
                    .Allocations.Where(allocation => !allocation.IsPinned)
                    .Select(allocation => new TaskAllocation(
                        owner,
                        allocation.GoalId,
                        allocation.TaskId,
                        allocation.Week,
                        allocation.Minutes,
                        false
                    )),
            ],
            now,
            seal: true
        );
    }

    /// <summary>Schedules one goal from the stored data. Does not save.</summary>
    /// <returns>False when the goal does not exist or has ended.</returns>
    public static async Task<bool> ScheduleGoalAsync(this CompassDb db, Guid goalId, DateOnly today, DateTime now)
    {
        var board = await db.SchedulingDataAsync();
        if (await db.CurrentPersonAsync() is not { } currentPerson || !board.Goals.Any(goal => goal.Id == goalId))
        {
            return false;
        }

        await db.ScheduleAsync(
            board,
            Schedule.Create(board.ToScheduleInputs(currentPerson.WeeklyCapacities, today, goalId)),
            goalId,
            today,
            now
        );
        return true;
    }

    /// <summary>Pins tasks to a week. Does not save.</summary>
    public static Task<int> PinAsync(
        this CompassDb db,
        SchedulingData board,
        IReadOnlyList<PlanTask> tasks,
        DateOnly week,
        DateOnly today,
        DateTime now
    )
    {
        if (week < IsoWeek.Monday(today) || week > today.AddYears(10))
        {
            throw new Domain.DomainRuleException("", "Choose this week or a later one, within ten years.");
        }

        var ids = tasks.Select(task => task.Id).ToHashSet();
        return db.ReplaceAllocationsAsync(
            board,
            [.. board.TaskAllocations.Where(taskAllocation => ids.Contains(taskAllocation.TaskId))],
            [
                .. tasks.Select(task => new TaskAllocation(
                    task.OwnerId,
                    task.GoalId,
                    task.Id,
                    week,
                    task.Estimate ?? Schedule.DefaultEstimateMinutes,
                    true
                )),
            ],
            now,
            seal: false
        );
    }

    /// <summary>Replaces allocations and records the plans of the affected goals.</summary>
    public static async Task<int> ReplaceAllocationsAsync(
        this CompassDb db,
        SchedulingData board,
        IReadOnlyList<TaskAllocation> removed,
        IReadOnlyList<TaskAllocation> added,
        DateTime now,
        bool seal
    )
    {
        static (Guid, DateOnly, int, bool) Key(TaskAllocation row) => (row.TaskId, row.Week, row.Minutes, row.IsPinned);
        var (before, after) = (removed.Select(Key).ToHashSet(), added.Select(Key).ToHashSet());
        removed = [.. removed.Where(row => !after.Contains(Key(row)))];
        added = [.. added.Where(row => !before.Contains(Key(row)))];
        db.TaskAllocations.RemoveRange(removed);
        db.TaskAllocations.AddRange(added);
        var touched = removed.Concat(added).Select(row => row.GoalId).ToHashSet();
        var ids = touched.ToList();
        var latest = await db
            .Revisions.Where(row =>
                ids.Contains(row.GoalId)
                && !db.Revisions.Any(other => other.GoalId == row.GoalId && other.Number > row.Number)
            )
            .ToDictionaryAsync(row => row.GoalId);
        var allocationSnapshots = Domain.Goals.PlanSnapshot.AllocationsByTask(
            board.TaskAllocations.Except(removed).Concat(added)
        );
        foreach (var goal in board.Goals.Where(goal => touched.Contains(goal.Id)))
        {
            var last = latest.GetValueOrDefault(goal.Id);
            if (
                (
                    seal
                        ? Revision.RecordSealed(goal, last, null, now, allocationSnapshots)
                        : Revision.RecordEdit(goal, last, now, allocationSnapshots)
                ) is
                { } revision
            )
            {
                db.Revisions.Add(revision);
            }
        }

        return removed.Concat(added).Select(row => row.TaskId).Distinct().Count();
    }
}
