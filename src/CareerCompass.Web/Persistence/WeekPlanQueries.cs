using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public static class WeekPlanQueries
{
    private const int LeftOverWeeks = 8;

    private static readonly CompiledQuery<
        Func<CompassDb, DateOnly, DateOnly, IAsyncEnumerable<LeftOverTask>>
    > LeftOver = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, DateOnly monday, DateOnly from) =>
                db
                    .WeekPlanTasks.Where(row => row.IsToBeFinished && row.Week < monday && row.Week >= from)
                    .Join(
                        db.Tasks.Where(task =>
                            task.DoneOn == null && (task.PinnedWeek == null || task.PinnedWeek < monday)
                        ),
                        row => row.TaskId,
                        task => task.Id,
                        (row, task) =>
                            new
                            {
                                task.Id,
                                task.GoalId,
                                row.Week,
                            }
                    )
                    .Join(
                        db.Goals.Where(goal => goal.State == GoalState.Active),
                        row => row.GoalId,
                        goal => goal.Id,
                        (row, goal) => new { row.Id, row.Week }
                    )
                    .GroupBy(row => row.Id)
                    .Select(task => new LeftOverTask(task.Key, task.Max(row => row.Week)))
        )
    );

    /// <summary>Open tasks that were to be finished in an earlier week and were not pinned since, with that week.</summary>
    /// <param name="monday">The first day of the current week.</param>
    public static async Task<Dictionary<Guid, DateOnly>> LeftOverWeeksAsync(this CompassDb db, DateOnly monday)
    {
        var tasks = await LeftOver.For(db)(db, monday, monday.AddDays(-7 * LeftOverWeeks)).ToListAsync();
        return tasks.ToDictionary(task => task.TaskId, task => task.Week);
    }

    /// <summary>Keeps the schedule of the week that a review on this day plans for. Does not save.</summary>
    public static async Task PlanWeekAsync(this CompassDb db, CurrentPerson person, DateOnly today)
    {
        var week = WeekPlanTask.WeekPlannedOn(today);
        var schedule = (await db.ForecasterAsync(person, today)).Schedule;
        var plan = WeekPlanTask.For(person.Id, schedule, week).ToDictionary(row => row.TaskId);
        var kept = await db
            .WeekPlanTasks.Where(row => row.Week == week)
            .Where(row => db.Tasks.Any(task => task.Id == row.TaskId && task.DoneOn == null))
            .ToListAsync();
        db.WeekPlanTasks.RemoveRange(kept.Where(row => !plan.ContainsKey(row.TaskId)));
        db.WeekPlanTasks.AddRange(plan.Values.ExceptBy(kept.Select(row => row.TaskId), row => row.TaskId));
    }
}
