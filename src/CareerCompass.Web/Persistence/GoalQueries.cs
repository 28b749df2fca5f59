using System.Linq.Expressions;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CareerCompass.Web.Persistence;

public static class GoalQueries
{
    private static readonly Expression<Func<CompassDb, IQueryable<Goal>, IQueryable<GoalFacts>>> FactsQuery = (
        db,
        goals
    ) =>
        goals.LeftJoin(
            db.Tasks.Where(task => task.RecurringTaskId == null)
                .Join(
                    goals,
                    task => new { task.OwnerId, task.GoalId },
                    goal => new { goal.OwnerId, GoalId = goal.Id },
                    (task, _) => task
                )
                .GroupBy(task => task.GoalId)
                .Select(group => new
                {
                    GoalId = group.Key,
                    Open = group.Count(task => task.DoneOn == null),
                    OpenEstimated = group.Count(task => task.DoneOn == null && task.Estimate != null),
                    OpenMinutes = group.Sum(task => task.DoneOn == null ? task.Estimate ?? 0 : 0),
                    All = group.Count(),
                    AllEstimated = group.Count(task => task.Estimate != null),
                    AllMinutes = group.Sum(task => task.Estimate ?? 0),
                    LastTick = group.Max(task => task.DoneOn),
                }),
            goal => goal.Id,
            count => count.GoalId,
            (goal, count) =>
                new GoalFacts
                {
                    Id = goal.Id,
                    OwnerId = goal.OwnerId,
                    Title = goal.Title,
                    State = goal.State,
                    PausedUntil = goal.PausedUntil,
                    Target = goal.Target,
                    StartedOn = goal.StartedOn,
                    Priority = goal.Priority,
                    Open = (int?)count!.Open ?? 0,
                    OpenEstimated = (int?)count!.OpenEstimated ?? 0,
                    OpenMinutes = (int?)count!.OpenMinutes ?? 0,
                    Done = ((int?)count!.All ?? 0) - ((int?)count!.Open ?? 0),
                    DoneEstimated = ((int?)count!.AllEstimated ?? 0) - ((int?)count!.OpenEstimated ?? 0),
                    DoneMinutes = ((int?)count!.AllMinutes ?? 0) - ((int?)count!.OpenMinutes ?? 0),
                    LastTaskDoneOn = count!.LastTick,
                    LastTimeEntryOn = db
                        .TimeEntries.Where(timeEntry =>
                            timeEntry.OwnerId == goal.OwnerId && timeEntry.GoalId == goal.Id
                        )
                        .Max(timeEntry => (DateOnly?)timeEntry.Day),
                    LastCheckInOn = db
                        .CheckIns.Where(checkIn => checkIn.OwnerId == goal.OwnerId && checkIn.GoalId == goal.Id)
                        .Join(
                            db.Reviews,
                            checkIn => checkIn.ReviewId,
                            review => review.Id,
                            (_, review) => (DateOnly?)review.Date
                        )
                        .Max(),
                }
        );

    private static readonly Func<CompassDb, IQueryable<Goal>, IQueryable<GoalFacts>> CompiledFacts =
        FactsQuery.Compile();

    private static readonly CompiledQuery<Func<CompassDb, IAsyncEnumerable<GoalFacts>>> CompiledOngoingFacts = new(() =>
    {
        var (db, goals) = (FactsQuery.Parameters[0], FactsQuery.Parameters[1]);
        Expression<Func<CompassDb, IQueryable<Goal>>> ongoing = any =>
            any.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused);
        var chosen = ReplacingExpressionVisitor.Replace(ongoing.Parameters[0], db, ongoing.Body);
        return EF.CompileAsyncQuery(
            Expression.Lambda<Func<CompassDb, IQueryable<GoalFacts>>>(
                ReplacingExpressionVisitor.Replace(goals, chosen, FactsQuery.Body),
                db
            )
        );
    });

    // Revisions created by a rescheduling, each with the revision that it replaced
    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<PlanDatesRow>>> EarlierPlanDates = new(
        () =>
            EF.CompileAsyncQuery(
                (CompassDb db, Guid goalId) =>
                    db
                        .Revisions.Where(next => next.GoalId == goalId)
                        .Join(
                            db.Corrections.Where(correction =>
                                correction.GoalId == goalId && correction.Kind == CorrectionKind.Reschedule
                            ),
                            next => next.CorrectionId,
                            correction => correction.Id,
                            (next, correction) => new { next, correction.DecidedOn }
                        )
                        .Join(
                            db.Revisions.Where(before => before.GoalId == goalId),
                            row => row.next.Number - 1,
                            before => before.Number,
                            (row, before) => new { before, row.DecidedOn }
                        )
                        .OrderByDescending(row => row.before.Number)
                        .Take(MaxEarlierPlans)
                        .Select(row => new PlanDatesRow(
                            row.DecidedOn,
                            row.before.SnapshotJson.Substring(0, PlanDates.HeaderLength)
                        ))
            )
    );

    // Some reschedulings move no date that still exists, so more are read than drawn
    private const int MaxEarlierPlans = 5;

    public static IQueryable<GoalFacts> Facts(this CompassDb db, IQueryable<Goal> goals) => CompiledFacts(db, goals);

    public static async Task<List<GoalStatus>> GoalStatusesAsync(
        this CompassDb db,
        IQueryable<Goal> goals,
        CurrentPerson currentPerson,
        DateOnly today
    ) =>
        GoalStatuses(
            await db.Facts(goals).AsNoTracking().ToListAsync(),
            await db.ForecasterAsync(currentPerson, today)
        );

    /// <summary>The statuses of active and paused goals.</summary>
    public static async Task<List<GoalStatus>> OngoingGoalStatusesAsync(this CompassDb db, Forecaster forecaster) =>
        GoalStatuses(await CompiledOngoingFacts.For(db)(db).ToListAsync(), forecaster);

    /// <summary>Loads a goal with its whole plan for a change; null when not found.</summary>
    public static Task<Goal?> LoadPlanAsync(this CompassDb db, Guid goalId) =>
        db
            .Goals.Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .AsSplitQuery()
            .SingleOrDefaultAsync(goal => goal.Id == goalId);

    public static Task<Revision?> LatestRevisionAsync(this CompassDb db, Guid goalId) =>
        db
            .Revisions.Where(revision => revision.GoalId == goalId)
            .OrderByDescending(revision => revision.Number)
            .FirstOrDefaultAsync();

    public static IQueryable<Revision> LatestRevisions(this CompassDb db, IReadOnlyCollection<Guid> goalIds) =>
        db.Revisions.Where(row =>
            goalIds.Contains(row.GoalId)
            && !db.Revisions.Any(other => other.GoalId == row.GoalId && other.Number > row.Number)
        );

    /// <summary>Records the plan after an edit. The caller saves.</summary>
    public static async Task RecordRevisionAsync(this CompassDb db, Goal goal, DateTime now)
    {
        if (Revision.RecordEdit(goal, await db.LatestRevisionAsync(goal.Id), now) is { } revision)
        {
            db.Revisions.Add(revision);
        }
    }

    /// <summary>Plan dates before the latest reschedulings, newest first.</summary>
    public static async Task<List<PlanDates>> EarlierPlanDatesAsync(this CompassDb db, Guid goalId)
    {
        var earlierPlanDates = new List<PlanDates>();
        await foreach (var row in EarlierPlanDates.For(db)(db, goalId))
        {
            if (PlanDates.FromSnapshotHeader(row.SupersededOn, row.SnapshotHeader) is { } planDates)
            {
                earlierPlanDates.Add(planDates);
            }
        }

        return earlierPlanDates;
    }

    private static List<GoalStatus> GoalStatuses(List<GoalFacts> facts, Forecaster forecaster) =>
        [.. facts.Select(goal => GoalStatus.Evaluate(goal, forecaster))];

    private sealed record PlanDatesRow(DateOnly SupersededOn, string SnapshotHeader);
}
