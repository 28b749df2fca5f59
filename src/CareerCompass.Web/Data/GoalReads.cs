using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Data;

/// <summary>What pages and jobs alike read of goals.</summary>
public static class GoalReads
{
    /// <summary>The facts that each goal's standing follows from, in one statement whatever their number.</summary>
    /// <param name="historyFrom">See <see cref="Forecast.HistoryFrom"/>.</param>
    public static IQueryable<GoalFacts> Facts(this CompassDb db, IQueryable<Goal> goals, DateOnly historyFrom)
    {
        var tasks = db.Tasks.Where(task => task.SeriesId == null)
            .Join(goals, task => new { task.OwnerId, task.GoalId }, goal => new { goal.OwnerId, GoalId = goal.Id }, (task, _) => task)
            .GroupBy(task => task.GoalId)
            .Select(group => new
            {
                GoalId = group.Key,
                Open = group.Count(task => task.DoneOn == null),
                OpenEstimated = group.Count(task => task.DoneOn == null && task.Estimate != null),
                OpenMinutes = group.Sum(task => task.DoneOn == null ? task.Estimate ?? 0 : 0),
                Done = group.Count(task => task.DoneOn != null),
                DoneEstimated = group.Count(task => task.DoneOn != null && task.Estimate != null),
                DoneMinutes = group.Sum(task => task.DoneOn != null ? task.Estimate ?? 0 : 0),
                LastTick = group.Max(task => task.DoneOn),
            });
        return goals.LeftJoin(tasks, goal => goal.Id, count => count.GoalId, (goal, count) => new GoalFacts
        {
            Id = goal.Id,
            OwnerId = goal.OwnerId,
            Title = goal.Title,
            State = goal.State,
            PausedUntil = goal.PausedUntil,
            Target = goal.Target,
            StartedOn = goal.StartedOn,
            Open = (int?)count!.Open ?? 0,
            OpenEstimated = (int?)count!.OpenEstimated ?? 0,
            OpenMinutes = (int?)count!.OpenMinutes ?? 0,
            Done = (int?)count!.Done ?? 0,
            DoneEstimated = (int?)count!.DoneEstimated ?? 0,
            DoneMinutes = (int?)count!.DoneMinutes ?? 0,
            RecentMinutes = db.Tasks.Where(task => task.OwnerId == goal.OwnerId && task.GoalId == goal.Id && task.SeriesId == null && task.DoneOn >= historyFrom && task.DoneOn >= goal.StartedOn)
                .Sum(task => task.Estimate ?? 0),
            LastTick = count!.LastTick,
            LastEffort = db.Efforts.Where(effort => effort.OwnerId == goal.OwnerId && effort.GoalId == goal.Id).Max(effort => (DateOnly?)effort.Day),
            LastCheckIn = db.CheckIns.Where(checkIn => checkIn.OwnerId == goal.OwnerId && checkIn.GoalId == goal.Id)
                .Join(db.Reviews, checkIn => checkIn.ReviewId, review => review.Id, (_, review) => (DateOnly?)review.Date).Max(),
        });
    }

    /// <summary>Where the person's goals stand today. All active ones have to be among them, as they share the hours a week.</summary>
    public static async Task<List<Standing>> StandingsAsync(this CompassDb db, IQueryable<Goal> goals, Me me, DateOnly today)
    {
        var facts = await db.Facts(goals, Forecast.HistoryFrom(today)).AsNoTracking().ToListAsync();
        var active = facts.Count(goal => goal.State == GoalState.Active);
        return [.. facts.Select(goal => Standing.Of(goal, me.CapacityOn(today), active, today))];
    }

    /// <summary>One goal of the person with its whole route, to be changed; null when there is none.</summary>
    public static Task<Goal?> RouteAsync(this CompassDb db, Guid goalId) =>
        db.Goals.Include(goal => goal.Milestones).Include(goal => goal.Tasks).AsSplitQuery().SingleOrDefaultAsync(goal => goal.Id == goalId);

    /// <summary>A goal's latest revision, to be amended or sealed.</summary>
    public static Task<Revision?> LatestRevisionAsync(this CompassDb db, Guid goalId) =>
        db.Revisions.Where(revision => revision.GoalId == goalId).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync();

    /// <summary>Keeps a goal's route after a plain edit; to be saved with it.</summary>
    public static async Task KeepAsync(this CompassDb db, Goal goal, DateTime now)
    {
        if (Revision.Keep(goal, await db.LatestRevisionAsync(goal.Id), now) is { } revision)
        {
            db.Revisions.Add(revision);
        }
    }
}
