using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Data;

/// <summary>All that a lay-out follows from, to be changed: the person's living goals in their order, with their routes and weeks.</summary>
public sealed record LayoutBoard(
    IReadOnlyList<Goal> Goals, IReadOnlyList<Placement> Placements, IReadOnlyList<TaskOrder> Orders, IReadOnlyList<DaySpan> Off, IReadOnlyList<Series> Series)
{
    /// <summary>The tasks that can be placed.</summary>
    public IEnumerable<PlanTask> Open => Goals.SelectMany(OpenOf);

    public static IEnumerable<PlanTask> OpenOf(Goal goal) => goal.LivingTasks.Where(task => !task.IsDone && task.SeriesId is null);

    /// <summary>Open tasks of active goals that lie in weeks gone by and in none to come.</summary>
    public IReadOnlyList<PlanTask> Overdue(DateOnly today)
    {
        var last = Placements.GroupBy(placement => placement.TaskId).ToDictionary(task => task.Key, task => task.Max(placement => placement.Week));
        return [.. Goals.Where(goal => goal.State == GoalState.Active).SelectMany(OpenOf).Where(task => last.TryGetValue(task.Id, out var week) && week < IsoWeek.Monday(today))];
    }

    /// <param name="capacities">In order of time.</param>
    /// <param name="only">The one goal to lay out; the others keep their weeks. Null for all.</param>
    public LayoutPlan Plan(IReadOnlyList<WeekMinutes> capacities, DateOnly today, Guid? only)
    {
        var after = Orders.ToLookup(order => order.TaskId, order => order.AfterId);
        var pins = Placements.Where(placement => placement.Pinned).ToLookup(placement => placement.TaskId, placement => new WeekMinutes(placement.Week, placement.Minutes));
        var others = Goals.Where(goal => only is not null && goal.Id != only).SelectMany(OpenOf).Select(task => task.Id).ToHashSet();
        var active = Goals.Where(goal => goal.State == GoalState.Active).Select(goal => goal.Id).ToHashSet();
        return new LayoutPlan
        {
            Today = today,
            Capacities = capacities,
            Off = Off,
            Taken =
            [
                .. Placements.Where(placement => others.Contains(placement.TaskId)).Select(placement => new WeekMinutes(placement.Week, placement.Minutes)),
                .. Series.Where(series => series.Minutes is not null && active.Contains(series.GoalId))
                    .SelectMany(series => series.Days(today, today.AddDays(7 * Layout.MostWeeks)).Select(day => new WeekMinutes(IsoWeek.Monday(day), series.Minutes!.Value))),
            ],
            Goals =
            [
                .. Goals.Where(goal => only is null || goal.Id == only).Select(goal => new LayoutGoal(
                    goal.Id, goal.Title, goal.Target, goal.PausedUntil, [.. goal.LivingMilestones.Select(stop => new LayoutMilestone(stop.Id, stop.Title, stop.Date))],
                    [.. OpenOf(goal).Select(task => new LayoutTask(task.Id, task.Title, task.Estimate, task.MilestoneId, [.. after[task.Id]], [.. pins[task.Id]]))])),
            ],
        };
    }
}

public static class LayoutReads
{
    /// <summary>Loads what a lay-out follows from, to be changed.</summary>
    public static async Task<LayoutBoard> LayoutBoardAsync(this CompassDb db)
    {
        var living = db.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused);
        var goals = await living.Include(goal => goal.Milestones).Include(goal => goal.Tasks).OrderBy(goal => goal.Priority).ThenBy(goal => goal.Id).AsSplitQuery().ToListAsync();
        var placements = await db.Placements.Where(placement => living.Any(goal => goal.Id == placement.GoalId)).ToListAsync();
        var orders = await db.TaskOrders.Where(order => living.Any(goal => goal.Id == order.GoalId)).ToListAsync();
        var off = await db.TimeOff.OrderBy(row => row.FirstDay).Select(row => new DaySpan(row.FirstDay, row.LastDay)).ToListAsync();
        var series = await db.Series.Where(row => living.Any(goal => goal.Id == row.GoalId)).ToListAsync();
        return new LayoutBoard(goals, placements, orders, off, series);
    }

    /// <summary>Puts a lay-out in the place of what there was, but for pins; to be saved.</summary>
    /// <returns>How many tasks it moved.</returns>
    public static Task<int> LayOutAsync(this CompassDb db, LayoutBoard board, Layout layout, Guid? only, DateOnly today, DateTime now)
    {
        var open = board.Goals.Where(goal => only is null || goal.Id == only).SelectMany(LayoutBoard.OpenOf).Select(task => task.Id).ToHashSet();
        var owner = board.Goals.Count > 0 ? board.Goals[0].OwnerId : default;
        return db.ReplaceAsync(
            board,
            [.. board.Placements.Where(placement => open.Contains(placement.TaskId) && !(placement.Pinned && placement.Week >= IsoWeek.Monday(today)))],
            [.. layout.Parts.Where(part => !part.Pinned).Select(part => new Placement(owner, part.GoalId, part.TaskId, part.Week, part.Minutes, false))],
            now, seal: true);
    }

    /// <summary>Lays out one goal as all is stored now; to be saved.</summary>
    /// <returns>False when there is no such goal, or it has ended.</returns>
    public static async Task<bool> LayOutAloneAsync(this CompassDb db, Guid goalId, DateOnly today, DateTime now)
    {
        var board = await db.LayoutBoardAsync();
        if (await db.MeAsync() is not { } me || !board.Goals.Any(goal => goal.Id == goalId))
        {
            return false;
        }

        await db.LayOutAsync(board, Layout.Of(board.Plan(me.Hours, today, goalId)), goalId, today, now);
        return true;
    }

    /// <summary>Pins tasks to a week; to be saved.</summary>
    /// <exception cref="Domain.RuleBroken">The week is over, or there is no such day.</exception>
    public static Task<int> PinAsync(this CompassDb db, LayoutBoard board, IReadOnlyList<PlanTask> tasks, DateOnly week, DateOnly today, DateTime now)
    {
        if (week < IsoWeek.Monday(today) || week > today.AddYears(10))
        {
            throw new Domain.RuleBroken("", "Choose this week or a later one, within ten years.");
        }

        var ids = tasks.Select(task => task.Id).ToHashSet();
        return db.ReplaceAsync(
            board,
            [.. board.Placements.Where(placement => ids.Contains(placement.TaskId))],
            [.. tasks.Select(task => new Placement(task.OwnerId, task.GoalId, task.Id, week, task.Estimate ?? Layout.Guess, true))],
            now, seal: false);
    }

    /// <summary>Puts placements in the place of others, and keeps the routes of the goals that this touches.</summary>
    public static async Task<int> ReplaceAsync(this CompassDb db, LayoutBoard board, IReadOnlyList<Placement> gone, IReadOnlyList<Placement> come, DateTime now, bool seal)
    {
        static (Guid, DateOnly, int, bool) Key(Placement row) => (row.TaskId, row.Week, row.Minutes, row.Pinned);
        var (before, after) = (gone.Select(Key).ToHashSet(), come.Select(Key).ToHashSet());
        gone = [.. gone.Where(row => !after.Contains(Key(row)))];
        come = [.. come.Where(row => !before.Contains(Key(row)))];
        db.Placements.RemoveRange(gone);
        db.Placements.AddRange(come);
        var touched = gone.Concat(come).Select(row => row.GoalId).ToHashSet();
        var ids = touched.ToList();
        var latest = await db.Revisions.Where(row => ids.Contains(row.GoalId) && !db.Revisions.Any(other => other.GoalId == row.GoalId && other.Number > row.Number))
            .ToDictionaryAsync(row => row.GoalId);
        var slots = Domain.Goals.Route.Slots(board.Placements.Except(gone).Concat(come));
        foreach (var goal in board.Goals.Where(goal => touched.Contains(goal.Id)))
        {
            var last = latest.GetValueOrDefault(goal.Id);
            if ((seal ? Revision.KeepSealed(goal, last, null, now, slots) : Revision.Keep(goal, last, now, slots)) is { } revision)
            {
                db.Revisions.Add(revision);
            }
        }

        return gone.Concat(come).Select(row => row.TaskId).Distinct().Count();
    }
}
