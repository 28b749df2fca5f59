using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>What a longer review looks back on: the smaller ones beneath it, and what became of the goals meanwhile.</summary>
/// <param name="From">The person's first day of it.</param>
/// <param name="Goals">Those that were reviewed or worked on in it, the most hours first.</param>
/// <param name="SlipCauses">Why plans slipped; told from a quarter on, as a month has too few to learn from.</param>
public sealed record ReviewPeriod(
    LookbackPeriod Lookback,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<GoalPeriodSummary> Goals,
    AttentionBreakdown AttentionBreakdown,
    IReadOnlyList<CorrectionResult> Corrections,
    IReadOnlyList<SlipCause> SlipCauses
)
{
    public int GoalsCheckedIn => Goals.Count(goal => goal.Confidences.Count > 0);

    public int Minutes => Goals.Sum(goal => goal.Minutes);

    public int NextStepsSet => Goals.Sum(goal => goal.NextStepsSet);

    public int NextStepsDone => Goals.Sum(goal => goal.NextStepsDone);

    /// <summary>What was learned in the reviews that it quotes.</summary>
    public IEnumerable<ReviewSummary> Lessons => Lookback.QuotedReviews.Where(review => review.Learned is not null);
}
