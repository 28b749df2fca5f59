using System.Linq.Expressions;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CareerCompass.Web.Persistence;

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
                Kind = ForecastRowKind.Task,
                GoalId = task.GoalId,
                First = db
                    .TimeEntries.Where(timeEntry => timeEntry.GoalId == task.GoalId && timeEntry.TaskId == task.Id)
                    .Min(timeEntry => (DateOnly?)timeEntry.Day),
                Last = task.DoneOn,
                Minutes = task.Estimate,
            })
            .Concat(
                people
                    .Join(db.Goals, person => person.Id, goal => goal.OwnerId, (_, goal) => goal)
                    .Where(goal => goal.State == GoalState.Active)
                    .Select(goal => new ForecastRow
                    {
                        OwnerId = goal.OwnerId,
                        Kind = ForecastRowKind.Goal,
                        GoalId = goal.Id,
                        First = null,
                        Last = db
                            .TaskAllocations.Where(taskAllocation =>
                                taskAllocation.GoalId == goal.Id
                                && db.Tasks.Any(task => task.Id == taskAllocation.TaskId && task.DoneOn == null)
                            )
                            .Max(taskAllocation => (DateOnly?)taskAllocation.Week),
                        Minutes = null,
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
                        First = off.FirstDay,
                        Last = off.LastDay,
                        Minutes = null,
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
                        First = row.pause.DecidedOn,
                        Last = db.Corrections.Where(resume =>
                                resume.GoalId == row.goal.Id
                                && resume.Kind == CorrectionKind.Resume
                                && resume.DecidedOn >= row.pause.DecidedOn
                            )
                            .Min(resume => (DateOnly?)resume.DecidedOn)
                            ?? (row.goal.State == GoalState.Paused ? null : row.goal.StartedOn),
                        Minutes = null,
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
    )
    {
        var parts = rows.ToLookup(row => row.Kind);
        var goals = parts[ForecastRowKind.Goal].ToList();
        var from = Forecaster.HistoryStart(today);
        return new Forecaster(
            new ForecastInputs
            {
                Today = today,
                Capacities = capacities,
                ActiveGoalIds = [.. goals.Select(goal => goal.GoalId)],
                LastScheduledWeeks = goals
                    .Where(goal => goal.Last is not null)
                    .ToDictionary(goal => goal.GoalId, goal => goal.Last!.Value),
                PastTasks =
                [
                    .. parts[ForecastRowKind.Task]
                        .Where(task => task.Last is null || task.Last >= from)
                        .Select(task => new PastTask(
                            task.GoalId,
                            task.Minutes!.Value,
                            task.First < task.Last || task.Last is null ? task.First!.Value : task.Last!.Value,
                            task.Last
                        )),
                ],
                DaysOff =
                [
                    .. parts[ForecastRowKind.TimeOff]
                        .Where(off => off.Last >= from)
                        .Select(off => new DaySpan(off.First!.Value, off.Last!.Value)),
                ],

                // Until yesterday, because a goal's future pause is not time off for the person
                Pauses =
                [
                    .. parts[ForecastRowKind.Pause]
                        .Select(pause => new DaySpan(
                            pause.First!.Value,
                            (pause.Last < today ? pause.Last.Value : today).AddDays(-1)
                        ))
                        .Where(span => span.First <= span.Last),
                ],
            }
        );
    }
}
