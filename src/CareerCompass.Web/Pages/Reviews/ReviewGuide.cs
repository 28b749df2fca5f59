using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>The way through an open review: the facts, one check-in a goal, what was learned.</summary>
public sealed record ReviewGuide(ReviewDetails Review, IReadOnlyList<ReviewStep> Steps)
{
    /// <summary>The guide of a review; null when the person has no such review.</summary>
    public static async Task<ReviewGuide?> LoadAsync(CompassDb db, Guid reviewId) =>
        await db.ReviewDetailsAsync(reviewId) is { } review
            ? new ReviewGuide(review, await db.ReviewStepsAsync(reviewId))
            : null;

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

    public string PathAfter(Guid? goalId = null) =>
        Next(goalId) is { } next ? CheckInPath(next.GoalId)
        : HasPeriod ? PeriodPath
        : FinishPath;
}
