using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Tripwires;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>What a goal's page reads: one compiled statement each, whatever the number of tasks.</summary>
internal static class PlanQuery
{
    private static readonly CompiledQuery<Func<CompassDb, Guid, Task<GoalDetails?>>> Goals = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Goals.Where(goal => goal.Id == goalId)
                    .Select(goal => new GoalDetails(
                        goal.Id,
                        goal.OwnerId,
                        goal.Title,
                        goal.Why,
                        goal.DoneWhen,
                        goal.State,
                        goal.Target,
                        goal.PausedUntil,
                        goal.StartedOn,
                        db.TimeEntries.Where(timeEntry => timeEntry.GoalId == goalId)
                            .Sum(timeEntry => timeEntry.Minutes),
                        db.TimeEntries.Where(timeEntry => timeEntry.GoalId == goalId)
                            .Max(timeEntry => (DateOnly?)timeEntry.Day),
                        db.CheckIns.Where(checkIn => checkIn.GoalId == goalId)
                            .Join(
                                db.Reviews,
                                checkIn => checkIn.ReviewId,
                                review => review.Id,
                                (_, review) => (DateOnly?)review.Date
                            )
                            .Max(),
                        db.FocusAreas.Where(area => area.Id == goal.FocusAreaId)
                            .Select(area => area.Name)
                            .FirstOrDefault(),
                        db.Aspirations.Where(aspiration => aspiration.Id == goal.AspirationId)
                            .Select(aspiration => aspiration.Title)
                            .FirstOrDefault(),
                        goal.Obstacle,
                        goal.IfThen,
                        goal.PredecessorGoalId,
                        db.Goals.Where(from => from.Id == goal.PredecessorGoalId)
                            .Select(from => from.Title)
                            .FirstOrDefault(),
                        db.Goals.Where(successor => successor.PredecessorGoalId == goal.Id)
                            .OrderByDescending(successor => successor.Id)
                            .Select(successor => (Guid?)successor.Id)
                            .FirstOrDefault(),
                        db.Goals.Where(successor => successor.PredecessorGoalId == goal.Id)
                            .OrderByDescending(successor => successor.Id)
                            .Select(successor => successor.Title)
                            .FirstOrDefault()
                    ))
                    .SingleOrDefault()
        )
    );

    private static readonly CompiledQuery<
        Func<CompassDb, Guid, IAsyncEnumerable<PlanSnapshot.MilestoneSnapshot>>
    > Milestones = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Milestones.Where(milestone => milestone.GoalId == goalId)
                    .OrderBy(milestone => milestone.Date)
                    .ThenBy(milestone => milestone.Id)
                    .Select(milestone => new PlanSnapshot.MilestoneSnapshot(
                        milestone.Id,
                        milestone.Title,
                        milestone.Date,
                        milestone.ReachedOn
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<TaskRow>>> Tasks = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null)
                    .OrderBy(task => task.Position)
                    .ThenBy(task => task.Id)
                    .Select(task => new TaskRow(
                        task.Id,
                        task.Title,
                        task.Estimate,
                        task.MilestoneId,
                        task.DoneOn,
                        task.Notes != null,
                        null,
                        task.IfThen
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<RecurringTaskRow>>> RecurringTasks =
        new(() =>
            EF.CompileAsyncQuery(
                (CompassDb db, Guid goalId) =>
                    db
                        .RecurringTasks.Where(recurringTask => recurringTask.GoalId == goalId)
                        .OrderBy(recurringTask => recurringTask.Id)
                        .Select(recurringTask => new RecurringTaskRow(
                            recurringTask.Id,
                            recurringTask.Title,
                            recurringTask.Rule,
                            recurringTask.StartsOn,
                            recurringTask.Until,
                            recurringTask.Minutes,
                            db.Tasks.Where(task =>
                                    task.GoalId == goalId
                                    && task.RecurringTaskId == recurringTask.Id
                                    && task.DoneOn == null
                                )
                                .OrderBy(task => task.DueOn)
                                .Select(task => (Guid?)task.Id)
                                .FirstOrDefault(),
                            db.Tasks.Where(task =>
                                    task.GoalId == goalId
                                    && task.RecurringTaskId == recurringTask.Id
                                    && task.DoneOn == null
                                )
                                .Min(task => task.DueOn)
                        ))
            )
        );

    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<TripwireRow>>> Tripwires = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Tripwires.Where(tripwire => tripwire.GoalId == goalId)
                    .OrderBy(tripwire => tripwire.On)
                    .Select(tripwire => new TripwireRow(
                        tripwire.Id,
                        tripwire.Premise,
                        tripwire.Test,
                        tripwire.On,
                        tripwire.State
                    ))
        )
    );

    public static Task<GoalDetails?> GoalDetailsAsync(this CompassDb db, Guid goalId) => Goals.For(db)(db, goalId);

    public static Task<List<PlanSnapshot.MilestoneSnapshot>> PlanMilestonesAsync(this CompassDb db, Guid goalId) =>
        Milestones.For(db)(db, goalId).ToListAsync().AsTask();

    public static async Task<List<TaskRow>> PlanTasksAsync(this CompassDb db, Guid goalId, Schedule schedule)
    {
        var rows = await Tasks.For(db)(db, goalId).ToListAsync();
        var weeks = schedule.FirstWeeks();
        return rows.ConvertAll(row => weeks.TryGetValue(row.Id, out var week) ? row with { Week = week } : row);
    }

    public static Task<List<RecurringTaskRow>> RecurringTaskRowsAsync(this CompassDb db, Guid goalId) =>
        RecurringTasks.For(db)(db, goalId).ToListAsync().AsTask();

    public static Task<List<TripwireRow>> TripwireRowsAsync(this CompassDb db, Guid goalId) =>
        Tripwires.For(db)(db, goalId).ToListAsync().AsTask();
}
