namespace CareerCompass.Domain.Reviews;

public static class ShortReview
{
    private const double MinutesPerGoal = 0.75;

    /// <summary>Seven minutes at most for up to eight goals.</summary>
    public static int EstimatedMinutes(int goals) => Math.Max(2, (int)Math.Ceiling((goals * MinutesPerGoal) + 1));
}
