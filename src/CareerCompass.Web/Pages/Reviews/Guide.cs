using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>The way through an open review: the facts, one check-in a goal, what was learned.</summary>
public sealed record ReviewGuide(ReviewDetails Review, IReadOnlyList<ReviewStep> Steps)
{
    /// <summary>The guide of a review; null when the person has no such review.</summary>
    public static async Task<ReviewGuide?> LoadAsync(CompassDb db, Guid reviewId) =>
        await db.ReviewDetailsAsync(reviewId) is { } review ? new ReviewGuide(review, await db.ReviewStepsAsync(reviewId)) : null;

    public int AnsweredCount => Steps.Count(step => step.IsAnswered);

    public string StartPath => $"/reviews/{Review.Id}";

    public string FinishPath => $"{StartPath}/finish";

    public string ShortPath => $"{StartPath}/short";

    /// <summary>The look at the whole time behind, which longer reviews take.</summary>
    public string PeriodPath => $"{StartPath}/period";

    public bool HasPeriod => Review.Kind > ReviewKind.Weekly;

    public int AskedCount => Steps.Count(step => step.IsAsked);

    public string CheckInPath(Guid goalId) => $"{StartPath}/goals/{goalId}";

    /// <summary>The next goal that waits for an answer, behind the given one; a skipped one is not asked about again.</summary>
    public ReviewStep? Next(Guid? after = null)
    {
        var from = Steps.TakeWhile(step => step.GoalId != after).Count() + 1;
        return Steps.Skip(from > Steps.Count ? 0 : from).FirstOrDefault(step => step.IsAsked && !step.IsAnswered);
    }

    public string PathAfter(Guid? goalId = null) => Next(goalId) is { } next ? CheckInPath(next.GoalId) : HasPeriod ? PeriodPath : FinishPath;
}

/// <summary>The guide as it is drawn above each step.</summary>
/// <param name="GoalId">The goal whose step this is; null on the first and the last.</param>
public sealed record ReviewGuidePosition(ReviewGuide ReviewGuide, Guid? GoalId, bool AtFinish = false, bool AtPeriod = false);

/// <summary>What happened with one goal in the time a review looks back on, and where it stands now.</summary>
public sealed record GoalReview(
    GoalLookback Lookback, GoalStatus? GoalStatus, IReadOnlyList<string> Done, IReadOnlyList<MilestoneLookback> Milestones, IReadOnlyList<Decision> Decisions)
{
    /// <summary>One that was resumed between the two statements that read it still counts as paused.</summary>
    public GoalStatusKind Status => GoalStatus?.Kind ?? Domain.Forecasting.GoalStatus.KindWhenInactive(Lookback.State) ?? GoalStatusKind.Paused;

    public bool IsQuiet => Done.Count + Lookback.Minutes + Milestones.Count + Decisions.Count == 0;

    /// <summary>Only where the active goals stand and what was said of them, for a page on which there is no time for more.</summary>
    public static async Task<List<GoalReview>> LoadStatusesAsync(AppPage page, ReviewDetails review)
    {
        var goals = page.Db.Goals.Where(goal => goal.State == GoalState.Active);
        var goalStatuses = (await page.Db.GoalStatusesAsync(goals, page.Person, page.Today)).ToDictionary(goalStatus => goalStatus.Facts.Id);
        var past = await page.Db.GoalLookbacksAsync(goals, review, LocalTime.DateAt(review.Since, page.Person.TimeZone));
        return [.. past.Select(goal => new GoalReview(goal, goalStatuses.GetValueOrDefault(goal.GoalId), [], [], []))];
    }

    /// <summary>Looks back on goals, in as many statements for one as for a hundred.</summary>
    public static async Task<List<GoalReview>> LoadAsync(AppPage page, IQueryable<Goal> goals, ReviewDetails review)
    {
        var (db, today) = (page.Db, page.Today);
        var from = LocalTime.DateAt(review.Since, page.Person.TimeZone);
        var facts = await db.Facts(goals.Where(goal => goal.State == GoalState.Active)).AsNoTracking().ToDictionaryAsync(fact => fact.Id);
        var forecaster = await db.ForecasterAsync(page.Person, today);
        var past = await db.GoalLookbacksAsync(goals, review, from);
        var done = (await db.DoneSinceAsync(goals, review.Since)).ToLookup(task => task.GoalId, task => task.Title);
        var milestones = (await db.MilestoneLookbacksAsync(goals, from, today)).ToLookup(milestone => milestone.GoalId);
        var decisions = (await db.DecisionsAsync(review.Since, null)).ToLookup(decision => decision.GoalId);
        return [.. past.Select(goal => new GoalReview(
            goal,
            facts.TryGetValue(goal.GoalId, out var fact) ? GoalStatus.Evaluate(fact, forecaster) : null,
            [.. done[goal.GoalId]], [.. milestones[goal.GoalId]], [.. decisions[goal.GoalId]]))];
    }
}
