using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>The short version of a review: three questions, and an honest word on how long they take.</summary>
public static class ShortReview
{
    private const double MinutesPerGoal = 0.75;

    /// <summary>Up to eight goals take seven minutes at most.</summary>
    public static int EstimatedMinutes(int goals) => Math.Max(2, (int)Math.Ceiling((goals * MinutesPerGoal) + 1));
}
