using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record ReviewGuide(ReviewDetails Review, IReadOnlyList<ReviewGoalStep> Steps)
{
    public static async Task<ReviewGuide?> LoadAsync(CompassDb db, Guid reviewId) =>
        await db.ReviewDetailsAsync(reviewId) is { } review
            ? new ReviewGuide(review, await db.ReviewStepsAsync(reviewId))
            : null;

    public int AnsweredCount => Steps.Count(step => step.IsAnswered);

    public string StartPath => $"/reviews/{Review.Id}";

    public string FinishPath => $"{StartPath}/finish";

    public string ShortPath => $"{StartPath}/short";

    public string PeriodPath => $"{StartPath}/period";

    public bool HasPeriod => Review.Kind > ReviewKind.Weekly;

    public int AskedCount => Steps.Count(step => step.IsAsked);

    public string CheckInPath(Guid goalId) => $"{StartPath}/goals/{goalId}";

    /// <summary>The next unanswered goal after the given one. A skipped goal is not asked about again.</summary>
    public ReviewGoalStep? Next(Guid? after = null)
    {
        var from = Steps.TakeWhile(step => step.GoalId != after).Count() + 1;
        return Steps.Skip(from > Steps.Count ? 0 : from).FirstOrDefault(step => step.IsAsked && !step.IsAnswered);
    }

    public string PathAfter(Guid? goalId = null) =>
        Next(goalId) is { } next ? CheckInPath(next.GoalId)
        : HasPeriod ? PeriodPath
        : FinishPath;
}
