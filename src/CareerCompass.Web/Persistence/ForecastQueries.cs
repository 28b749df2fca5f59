using System.Linq.Expressions;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CareerCompass.Web.Persistence;

/// <summary>Reads everything that schedules and forecasts need in one statement.</summary>
public static class ForecastQueries
{
    private static readonly Expression<
        Func<CompassDb, IQueryable<Person>, DateOnly, IQueryable<ForecastRow>>
    > RowsQuery = (db, people, from) =>
        people
            .Join(db.Tasks, person => person.Id, task => task.OwnerId, (_, task) => task)
            .Where(task =>
                task.RecurringTaskId == null
                && task.Estimate != null
                && (
                    task.DoneOn >= from
                    || (
                        task.DoneOn == null
                        && db.TimeEntries.Any(timeEntry =>
                            timeEntry.GoalId == task.GoalId && timeEntry.TaskId == task.Id
                        )
                    )
                )
            )
            .Select(task => new ForecastRow
            {
                OwnerId = task.OwnerId,
                Kind = ForecastRowKind.PastTask,
                GoalId = task.GoalId,
                Id = null,
                OtherId = null,
                Text = null,
                MilestoneTitle = null,
                First = db
                    .TimeEntries.Where(timeEntry => timeEntry.GoalId == task.GoalId && timeEntry.TaskId == task.Id)
                    .Min(timeEntry => (DateOnly?)timeEntry.Day),
                Last = task.DoneOn,
                Due = null,
                Minutes = task.Estimate,
                LoggedMinutes = null,
                Number = null,
            })
            .Concat(
                people
                    .Join(db.Tasks, person => person.Id, task => task.OwnerId, (_, task) => task)
                    .Where(task => task.RecurringTaskId != null && task.DoneOn >= from && task.Estimate != null)
                    .GroupBy(task => new
                    {
                        task.OwnerId,
                        task.GoalId,
                        task.DoneOn,
                    })
                    .Select(day => new ForecastRow
                    {
                        OwnerId = day.Key.OwnerId,
                        Kind = ForecastRowKind.PastRecurring,
                        GoalId = day.Key.GoalId,
                        Id = null,
                        OtherId = null,
                        Text = null,
                        MilestoneTitle = null,
                        First = null,
                        Last = day.Key.DoneOn,
                        Due = null,
                        Minutes = day.Sum(task => task.Estimate),
                        LoggedMinutes = null,
                        Number = null,
                    })
            )
            .Concat(
                people
                    .Join(db.Goals, person => person.Id, goal => goal.OwnerId, (_, goal) => goal)
                    .Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused)
                    .Select(goal => new ForecastRow
                    {
                        OwnerId = goal.OwnerId,
                        Kind = ForecastRowKind.Goal,
                        GoalId = goal.Id,
                        Id = null,
                        OtherId = null,
                        Text = goal.Title,
                        MilestoneTitle = null,
                        First = goal.Target,
                        Last = goal.PausedUntil,
                        Due = null,
                        Minutes = null,
                        LoggedMinutes = null,
                        Number = goal.Priority,
                    })
            )
            .Concat(
                people
                    .Join(db.Tasks, person => person.Id, task => task.OwnerId, (_, task) => task)
                    .Where(task =>
                        task.DoneOn == null
                        && task.RecurringTaskId == null
                        && db.Goals.Any(goal =>
                            goal.Id == task.GoalId && (goal.State == GoalState.Active || goal.State == GoalState.Paused)
                        )
                    )
                    .LeftJoin(
                        db.Milestones,
                        task => task.MilestoneId,
                        milestone => (Guid?)milestone.Id,
                        (task, milestone) => new { task, milestone }
                    )
                    .Select(row => new ForecastRow
                    {
                        OwnerId = row.task.OwnerId,
                        Kind = ForecastRowKind.OpenTask,
                        GoalId = row.task.GoalId,
                        Id = row.task.Id,
                        OtherId = (Guid?)row.milestone!.Id,
                        Text = row.task.Title,
                        MilestoneTitle = row.milestone!.Title,
                        First = (DateOnly?)row.milestone!.Date,
                        Last = row.task.PinnedWeek,
                        Due = null,
                        Minutes = row.task.Estimate,
                        LoggedMinutes = db
                            .TimeEntries.Where(timeEntry =>
                                timeEntry.GoalId == row.task.GoalId && timeEntry.TaskId == row.task.Id
                            )
                            .Sum(timeEntry => (int?)timeEntry.Minutes),
                        Number = row.task.Position,
                    })
            )
            .Concat(
                people
                    .Join(db.TaskDependencies, person => person.Id, row => row.OwnerId, (_, row) => row)
                    .Select(row => new ForecastRow
                    {
                        OwnerId = row.OwnerId,
                        Kind = ForecastRowKind.Dependency,
                        GoalId = row.GoalId,
                        Id = row.TaskId,
                        OtherId = row.DependsOnId,
                        Text = null,
                        MilestoneTitle = null,
                        First = null,
                        Last = null,
                        Due = null,
                        Minutes = null,
                        LoggedMinutes = null,
                        Number = null,
                    })
            )
            .Concat(
                people
                    .Join(db.RecurringTasks, person => person.Id, row => row.OwnerId, (_, row) => row)
                    .Where(row =>
                        row.Minutes != null
                        && db.Goals.Any(goal => goal.Id == row.GoalId && goal.State == GoalState.Active)
                    )
                    .Select(row => new ForecastRow
                    {
                        OwnerId = row.OwnerId,
                        Kind = ForecastRowKind.Recurring,
                        GoalId = row.GoalId,
                        Id = row.Id,
                        OtherId = null,
                        Text = row.Rule,
                        MilestoneTitle = null,
                        First = row.StartsOn,
                        Last = row.Until,
                        Due = db
                            .Tasks.Where(task =>
                                task.GoalId == row.GoalId && task.RecurringTaskId == row.Id && task.DoneOn == null
                            )
                            .Min(task => task.DueOn),
                        Minutes = row.Minutes,
                        LoggedMinutes = null,
                        Number = null,
                    })
            )
            .Concat(
                people
                    .Join(db.TimeOff, person => person.Id, off => off.OwnerId, (_, off) => off)
                    .Where(off => off.LastDay >= from)
                    .Select(off => new ForecastRow
                    {
                        OwnerId = off.OwnerId,
                        Kind = ForecastRowKind.TimeOff,
                        GoalId = off.Id,
                        Id = null,
                        OtherId = null,
                        Text = null,
                        MilestoneTitle = null,
                        First = off.FirstDay,
                        Last = off.LastDay,
                        Due = null,
                        Minutes = null,
                        LoggedMinutes = null,
                        Number = null,
                    })
            )
            .Concat(
                people
                    .Join(db.Corrections, person => person.Id, pause => pause.OwnerId, (_, pause) => pause)
                    .Where(pause => pause.Kind == CorrectionKind.Pause)
                    .Join(db.Goals, pause => pause.GoalId, goal => goal.Id, (pause, goal) => new { pause, goal })
                    .Select(row => new ForecastRow
                    {
                        OwnerId = row.pause.OwnerId,
                        Kind = ForecastRowKind.Pause,
                        GoalId = row.goal.Id,
                        Id = null,
                        OtherId = null,
                        Text = null,
                        MilestoneTitle = null,
                        First = row.pause.DecidedOn,
                        Last = db.Corrections.Where(resume =>
                                resume.GoalId == row.goal.Id
                                && resume.Kind == CorrectionKind.Resume
                                && resume.DecidedOn >= row.pause.DecidedOn
                            )
                            .Min(resume => (DateOnly?)resume.DecidedOn)
                            ?? (row.goal.State == GoalState.Paused ? null : row.goal.StartedOn),
                        Due = null,
                        Minutes = null,
                        LoggedMinutes = null,
                        Number = null,
                    })
            )
            .Concat(
                people
                    .Join(db.ForecastRecords, person => person.Id, record => record.OwnerId, (_, record) => record)
                    .Where(record => record.P10 != null)
                    .Join(
                        db.Goals.Where(goal => goal.State == GoalState.Achieved && goal.EndedOn >= from),
                        record => record.GoalId,
                        goal => goal.Id,
                        (record, goal) => new { record, goal }
                    )
                    .Where(row => row.record.Week >= row.goal.StartedOn)
                    .GroupBy(row => new
                    {
                        row.record.OwnerId,
                        row.record.GoalId,
                        row.goal.EndedOn,
                        Missed = (row.goal.EndedOn > row.record.P10 ? 1 : 0)
                            + (row.goal.EndedOn > row.record.P50 ? 1 : 0)
                            + (row.goal.EndedOn > row.record.P80 ? 1 : 0)
                            + (row.goal.EndedOn > row.record.P90 ? 1 : 0),
                    })
                    .Select(group => new ForecastRow
                    {
                        OwnerId = group.Key.OwnerId,
                        Kind = ForecastRowKind.PastForecast,
                        GoalId = group.Key.GoalId,
                        Id = null,
                        OtherId = null,
                        Text = null,
                        MilestoneTitle = null,
                        First = null,
                        Last = group.Key.EndedOn,
                        Due = null,
                        Minutes = group.Count(),
                        LoggedMinutes = null,
                        Number = group.Key.Missed,
                    })
            );

    private static readonly Func<CompassDb, IQueryable<Person>, DateOnly, IQueryable<ForecastRow>> CompiledRows =
        RowsQuery.Compile();

    private static readonly CompiledQuery<Func<CompassDb, DateOnly, IAsyncEnumerable<ForecastRow>>> CompiledOwnRows =
        new(() =>
        {
            var (db, people, from) = (RowsQuery.Parameters[0], RowsQuery.Parameters[1], RowsQuery.Parameters[2]);
            Expression<Func<CompassDb, IQueryable<Person>>> mine = any => any.People;
            var chosen = ReplacingExpressionVisitor.Replace(mine.Parameters[0], db, mine.Body);
            return EF.CompileAsyncQuery(
                Expression.Lambda<Func<CompassDb, DateOnly, IQueryable<ForecastRow>>>(
                    ReplacingExpressionVisitor.Replace(people, chosen, RowsQuery.Body),
                    db,
                    from
                )
            );
        });

    public static async Task<Forecaster> ForecasterAsync(
        this CompassDb db,
        CurrentPerson currentPerson,
        DateOnly today
    ) =>
        CreateForecaster(
            await CompiledOwnRows.For(db)(db, Forecaster.HistoryStart(today)).ToListAsync(),
            currentPerson.WeeklyCapacities,
            today
        );

    /// <param name="people">Filters disabled on this query are disabled for the whole statement.</param>
    public static IQueryable<ForecastRow> ForecastRows(this CompassDb db, IQueryable<Person> people, DateOnly today) =>
        CompiledRows(db, people, Forecaster.HistoryStart(today));

    public static Forecaster CreateForecaster(
        IReadOnlyCollection<ForecastRow> rows,
        IReadOnlyList<WeekMinutes> capacities,
        DateOnly today
    ) => new(new ForecastRows(rows, today).ToInputs(capacities));
}
