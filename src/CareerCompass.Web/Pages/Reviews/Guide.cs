using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>The way through an open review: the facts, one check-in a goal, what was learned.</summary>
public sealed record Guide(ReviewHead Review, IReadOnlyList<ReviewStep> Steps)
{
    /// <summary>The guide of a review; null when the person has no such review.</summary>
    public static async Task<Guide?> OfAsync(CompassDb db, Guid reviewId) =>
        await db.ReviewHeadAsync(reviewId) is { } review ? new Guide(review, await db.ReviewStepsAsync(reviewId)) : null;

    public int Answered => Steps.Count(step => step.Answered);

    public string Start => $"/reviews/{Review.Id}";

    public string Finish => $"{Start}/finish";

    public string OnePage => $"{Start}/short";

    /// <summary>The look at the whole time behind, which longer reviews take.</summary>
    public string Period => $"{Start}/period";

    public bool HasPeriod => Review.Kind > ReviewKind.Weekly;

    public int Asked => Steps.Count(step => step.Asked);

    public string CheckIn(Guid goalId) => $"{Start}/goals/{goalId}";

    /// <summary>The next goal that waits for an answer, behind the given one; a skipped one is not asked about again.</summary>
    public ReviewStep? Next(Guid? after = null)
    {
        var from = Steps.TakeWhile(step => step.GoalId != after).Count() + 1;
        return Steps.Skip(from > Steps.Count ? 0 : from).FirstOrDefault(step => step.Asked && !step.Answered);
    }

    public string PathAfter(Guid? goalId = null) => Next(goalId) is { } next ? CheckIn(next.GoalId) : HasPeriod ? Period : Finish;
}

/// <summary>The guide as it is drawn above each step.</summary>
/// <param name="GoalId">The goal whose step this is; null on the first and the last.</param>
public sealed record GuideAt(Guide Guide, Guid? GoalId, bool AtFinish = false, bool AtPeriod = false);

/// <summary>What happened with one goal in the time a review looks back on, and where it stands now.</summary>
public sealed record LookBack(
    GoalPast Past, GoalStatus? GoalStatus, IReadOnlyList<string> Done, IReadOnlyList<MilestoneSeen> Milestones, IReadOnlyList<Decision> Decisions)
{
    /// <summary>One that was resumed between the two statements that read it still counts as paused.</summary>
    public GoalStatusKind Status => GoalStatus?.Kind ?? Domain.Forecasting.GoalStatus.KindWhenInactive(Past.State) ?? GoalStatusKind.Paused;

    public bool IsQuiet => Done.Count + Past.Minutes + Milestones.Count + Decisions.Count == 0;

    /// <summary>Only where the active goals stand and what was said of them, for a page on which there is no time for more.</summary>
    public static async Task<List<LookBack>> BrieflyAsync(AppPage page, ReviewHead review)
    {
        var goals = page.Db.Goals.Where(goal => goal.State == GoalState.Active);
        var goalStatuses = (await page.Db.StandingsAsync(goals, page.Me, page.Today)).ToDictionary(goalStatus => goalStatus.Facts.Id);
        var past = await page.Db.PastAsync(goals, review, LocalTime.DateAt(review.Since, page.Me.ZoneInfo));
        return [.. past.Select(goal => new LookBack(goal, goalStatuses.GetValueOrDefault(goal.GoalId), [], [], []))];
    }

    /// <summary>Looks back on goals, in as many statements for one as for a hundred.</summary>
    public static async Task<List<LookBack>> OnAsync(AppPage page, IQueryable<Goal> goals, ReviewHead review)
    {
        var (db, today) = (page.Db, page.Today);
        var from = LocalTime.DateAt(review.Since, page.Me.ZoneInfo);
        var facts = await db.Facts(goals.Where(goal => goal.State == GoalState.Active)).AsNoTracking().ToDictionaryAsync(fact => fact.Id);
        var forecaster = await db.OutlookAsync(page.Me, today);
        var past = await db.PastAsync(goals, review, from);
        var done = (await db.DoneSinceAsync(goals, review.Since)).ToLookup(task => task.GoalId, task => task.Title);
        var milestones = (await db.MilestonesSeenAsync(goals, from, today)).ToLookup(milestone => milestone.GoalId);
        var decisions = (await db.DecisionsAsync(review.Since, null)).ToLookup(decision => decision.GoalId);
        return [.. past.Select(goal => new LookBack(
            goal,
            facts.TryGetValue(goal.GoalId, out var fact) ? GoalStatus.Evaluate(fact, forecaster) : null,
            [.. done[goal.GoalId]], [.. milestones[goal.GoalId]], [.. decisions[goal.GoalId]]))];
    }
}
