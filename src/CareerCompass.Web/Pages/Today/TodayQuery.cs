using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Today;

/// <summary>What Today reads: one compiled statement each, whatever the number of goals.</summary>
internal static class TodayQuery
{
    private static readonly CompiledQuery<Func<CompassDb, IAsyncEnumerable<TodayMilestone>>> Milestones = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db) =>
                db
                    .Milestones.Join(
                        db.Goals.Where(goal => goal.State == GoalState.Active),
                        milestone => milestone.GoalId,
                        goal => goal.Id,
                        (milestone, goal) => new { milestone, goal }
                    )
                    .OrderBy(row => row.milestone.Date)
                    .ThenBy(row => row.milestone.Id)
                    .Select(row => new TodayMilestone(
                        row.milestone.Id,
                        row.milestone.Title,
                        row.milestone.Date,
                        row.milestone.ReachedOn != null,
                        row.goal.Id,
                        row.goal.Title,
                        db.Tasks.Any(task => task.GoalId == row.goal.Id && task.MilestoneId == row.milestone.Id)
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, DateOnly, IAsyncEnumerable<TodayTask>>> Tasks = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, DateOnly today) =>
                db
                    .Tasks.Where(task =>
                        (task.DoneOn == null || task.DoneOn == today)
                        && db.Goals.Where(goal => goal.State == GoalState.Active)
                            .Select(goal => goal.Id)
                            .Contains(task.GoalId)
                    )
                    .OrderBy(task => task.Position)
                    .ThenBy(task => task.Id)
                    .Select(task => new TodayTask(
                        new TaskRow(
                            task.Id,
                            task.Title,
                            task.Estimate,
                            task.MilestoneId,
                            task.DoneOn,
                            false,
                            null,
                            task.IfThen
                        ),
                        task.GoalId,
                        task.DueOn
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Task<OpenReview?>>> OpenReviews = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db) =>
                db
                    .Reviews.Where(review => review.State == ReviewState.Open)
                    .OrderByDescending(review => review.Date)
                    .Select(review => new OpenReview(review.Id, review.Kind, review.OpenedAt))
                    .FirstOrDefault()
        )
    );

    public static Task<List<TodayMilestone>> TodayMilestonesAsync(this CompassDb db) =>
        Milestones.For(db)(db).ToListAsync().AsTask();

    public static Task<List<TodayTask>> TodayTasksAsync(this CompassDb db, DateOnly today) =>
        Tasks.For(db)(db, today).ToListAsync().AsTask();

    public static Task<OpenReview?> OpenReviewAsync(this CompassDb db) => OpenReviews.For(db)(db);
}
