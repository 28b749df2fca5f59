using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="From">Its first day, in the person's time zone.</param>
/// <param name="SlipCauses">Only from a quarter on: a month has too few corrections to learn from.</param>
public sealed record ReviewPeriod(
    LookbackPeriod Lookback,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<GoalPeriodSummary> Goals,
    AttentionBreakdown AttentionBreakdown,
    IReadOnlyList<PeriodDecision> Decisions,
    IReadOnlyList<SlipCause> SlipCauses
)
{
    public int GoalsCheckedIn => Goals.Count(goal => goal.Confidences.Count > 0);

    public int Minutes => Goals.Sum(goal => goal.Minutes);

    public int NextStepsSet => Goals.Sum(goal => goal.NextStepsSet);

    public int NextStepsDone => Goals.Sum(goal => goal.NextStepsDone);

    public IEnumerable<ReviewSummary> Lessons => Lookback.QuotedReviews.Where(review => review.Learned is not null);
}
