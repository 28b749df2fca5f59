using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record GoalReview(
    GoalLookback Lookback,
    GoalStatus? GoalStatus,
    IReadOnlyList<string> Done,
    IReadOnlyList<MilestoneLookback> Milestones,
    IReadOnlyList<Decision> Decisions
)
{
    /// <summary>A goal that was resumed between the two statements that read it still counts as paused.</summary>
    public GoalStatusKind Status =>
        GoalStatus?.Kind ?? Domain.Forecasting.GoalStatus.KindWhenInactive(Lookback.State) ?? GoalStatusKind.Paused;

    public bool IsQuiet => Done.Count + Lookback.Minutes + Milestones.Count + Decisions.Count == 0;

    /// <summary>Loads only the status and answers of active goals, for the short review.</summary>
    public static async Task<List<GoalReview>> LoadStatusesAsync(AppPage page, ReviewDetails review)
    {
        var goals = page.Db.Goals.Where(goal => goal.State == GoalState.Active);
        var goalStatuses = (await page.Db.GoalStatusesAsync(goals, page.Person, page.Today)).ToDictionary(goalStatus =>
            goalStatus.Facts.Id
        );
        var past = await page.Db.GoalLookbacksAsync(
            goals,
            review,
            LocalTime.DateAt(review.Since, page.Person.TimeZone)
        );
        return [.. past.Select(goal => new GoalReview(goal, goalStatuses.GetValueOrDefault(goal.GoalId), [], [], []))];
    }

    /// <summary>Loads all goals with a fixed number of statements.</summary>
    public static async Task<List<GoalReview>> LoadAsync(AppPage page, IQueryable<Goal> goals, ReviewDetails review)
    {
        var (db, today) = (page.Db, page.Today);
        var from = LocalTime.DateAt(review.Since, page.Person.TimeZone);
        var facts = await db.Facts(goals.Where(goal => goal.State == GoalState.Active))
            .AsNoTracking()
            .ToDictionaryAsync(fact => fact.Id);
        var forecaster = await db.ForecasterAsync(page.Person, today);
        var past = await db.GoalLookbacksAsync(goals, review, from);
        var done = (await db.DoneSinceAsync(goals, review.Since)).ToLookup(task => task.GoalId, task => task.Title);
        var milestones = (await db.MilestoneLookbacksAsync(goals, from, today)).ToLookup(milestone => milestone.GoalId);
        var decisions = (await db.DecisionsAsync(review.Since, null)).ToLookup(decision => decision.GoalId);
        return
        [
            .. past.Select(goal => new GoalReview(
                goal,
                facts.TryGetValue(goal.GoalId, out var fact) ? GoalStatus.Evaluate(fact, forecaster) : null,
                [.. done[goal.GoalId]],
                [.. milestones[goal.GoalId]],
                [.. decisions[goal.GoalId]]
            )),
        ];
    }
}
