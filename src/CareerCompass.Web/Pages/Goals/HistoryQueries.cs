using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>Queries for a goal's history. Revisions are big, so only those that are shown are read in full.</summary>
public static class HistoryQueries
{
    // Read more than are shown, as some moved no date that still exists
    private const int MaxEarlierPlans = 6;

    public static Task<GoalHistory?> GoalHistoryAsync(this CompassDb db, Guid goalId, DateTime at) =>
        db
            .Goals.Where(goal => goal.Id == goalId)
            .Select(goal => new GoalHistory(
                goal.Title,
                db.Revisions.Where(revision => revision.GoalId == goalId).Max(revision => (int?)revision.Number) ?? 0,
                db.Revisions.Where(revision => revision.GoalId == goalId && revision.OpenedAt < at)
                    .Max(revision => (int?)revision.Number)
            ))
            .SingleOrDefaultAsync();

    public static async Task<List<(Revision Revision, RevisionCause? RevisionCause)>> RevisionsUpToAsync(
        this CompassDb db,
        Guid goalId,
        int number,
        int most
    )
    {
        var rows = await db
            .Revisions.AsNoTracking()
            .Where(revision => revision.GoalId == goalId && revision.Number <= number)
            .OrderByDescending(revision => revision.Number)
            .Take(most)
            .LeftJoin(
                db.Corrections,
                revision => revision.CorrectionId,
                by => (Guid?)by.Id,
                (revision, by) => new { Revision = revision, By = by }
            )
            .LeftJoin(
                db.Corrections,
                row => row.By!.UndoneCorrectionId,
                undone => (Guid?)undone.Id,
                (row, undone) =>
                    new
                    {
                        row.Revision,
                        row.By,
                        Undone = undone,
                    }
            )
            .OrderByDescending(row => row.Revision.Number)
            .Select(row => new
            {
                row.Revision,
                row.By,
                row.Undone,
                UndoneOn = db
                    .Corrections.Where(undo => undo.UndoneCorrectionId == row.By!.Id)
                    .Select(undo => (DateOnly?)undo.DecidedOn)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        return rows.ConvertAll(row =>
            (row.Revision, row.By is null ? null : new RevisionCause(row.By, row.Undone, row.UndoneOn))
        );
    }

    /// <summary>Dates of earlier plans, each until the correction that moved them, newest first.</summary>
    public static async Task<List<PlanDates>> PlanDatesBeforeAsync(this CompassDb db, Guid goalId, int number)
    {
        var rows = await db
            .Revisions.Where(next => next.GoalId == goalId && next.Number <= number)
            .Join(
                db.Corrections.Where(correction =>
                    correction.Kind == CorrectionKind.Reschedule || correction.Kind == CorrectionKind.Undo
                ),
                next => next.CorrectionId,
                correction => correction.Id,
                (next, correction) => new { next.Number, correction.DecidedOn }
            )
            .Join(
                db.Revisions.Where(before => before.GoalId == goalId),
                row => row.Number - 1,
                before => before.Number,
                (row, before) =>
                    new
                    {
                        before.Number,
                        row.DecidedOn,
                        before.SnapshotJson,
                    }
            )
            .OrderByDescending(row => row.Number)
            .Take(MaxEarlierPlans)
            .Select(row => new { row.DecidedOn, Head = row.SnapshotJson.Substring(0, PlanDates.HeaderLength) })
            .ToListAsync();
        return [.. rows.Select(row => PlanDates.FromSnapshotHeader(row.DecidedOn, row.Head)).OfType<PlanDates>()];
    }

    /// <summary>Includes tasks that are in Trash now.</summary>
    public static Task<Dictionary<Guid, DateOnly>> TasksDoneByAsync(this CompassDb db, Guid goalId, DateOnly day) =>
        db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(task => task.GoalId == goalId && task.DoneOn <= day)
            .ToDictionaryAsync(task => task.Id, task => task.DoneOn!.Value);

    /// <summary>All goals outside Trash as of a day, in two statements that read one revision of each.</summary>
    public static async Task<List<PastGoal>> GoalsOnAsync(this CompassDb db, DateOnly day, DateTime end)
    {
        var week = IsoWeek.Monday(day);
        var rows = await db
            .Revisions.AsNoTracking()
            .Where(row =>
                row.OpenedAt < end
                && !db.Revisions.Any(later =>
                    later.GoalId == row.GoalId && later.OpenedAt < end && later.Number > row.Number
                )
            )
            .Join(
                db.Goals,
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) =>
                    new
                    {
                        Revision = row,
                        Area = db
                            .FocusAreas.Where(area => area.Id == goal.FocusAreaId)
                            .Select(area => area.Name)
                            .FirstOrDefault(),
                        GoalStatusKind = db
                            .ForecastRecords.Where(forecastRecord =>
                                forecastRecord.GoalId == goal.Id && forecastRecord.Week <= week
                            )
                            .OrderByDescending(forecastRecord => forecastRecord.Week)
                            .Select(forecastRecord => (GoalStatusKind?)forecastRecord.Status)
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync();
        var done = await db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(task => task.DoneOn <= day)
            .ToDictionaryAsync(task => task.Id, task => task.DoneOn!.Value);
        return rows.ConvertAll(row => new PastGoal(
            row.Revision.GoalId,
            row.Revision.OwnerId,
            StateOn(row.Revision.ReadSnapshot(), day, done),
            row.Area,
            row.GoalStatusKind,
            row.Revision.OpenedAt
        ));
    }

    /// <summary>A plan with the tasks that were done by a day. A revision only knows the ticks before it.</summary>
    public static Domain.Goals.PlanSnapshot StateOn(
        Domain.Goals.PlanSnapshot planSnapshot,
        DateOnly day,
        IReadOnlyDictionary<Guid, DateOnly> done
    ) =>
        planSnapshot with
        {
            Tasks =
            [
                .. planSnapshot.Tasks.Select(task =>
                    task with
                    {
                        DoneOn =
                            done.TryGetValue(task.Id, out var on) ? on
                            : task.DoneOn <= day ? task.DoneOn
                            : null,
                    }
                ),
            ],
        };
}
