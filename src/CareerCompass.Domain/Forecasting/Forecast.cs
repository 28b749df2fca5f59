namespace CareerCompass.Domain.Forecasting;

/// <summary>
/// When a goal will be done. A first rule of thumb until the real model comes: P50 = remaining minutes ÷ minutes of
/// finished estimates a week over the last eight weeks; P80 = 1.5 × P50.
/// </summary>
/// <param name="P50">As likely earlier as later.</param>
/// <param name="P80">Four in five such goals are done by then.</param>
/// <param name="PaceMinutes">Minutes a week it reckons with.</param>
/// <param name="FromHistory">From what was finished; otherwise from the hours a week the person has.</param>
public sealed record Forecast(DateOnly P50, DateOnly P80, int PaceMinutes, bool FromHistory)
{
    public const int HistoryWeeks = 8;

    /// <summary>Weeks after which a forecast says no more than "not in a working life".</summary>
    private const double LongestWeeks = Limits.YearsAhead * 52;

    /// <summary>The first day of the history that counts.</summary>
    public static DateOnly HistoryFrom(DateOnly today) => today.AddDays(-7 * HistoryWeeks);

    /// <param name="capacity">Minutes a week the person has, shared evenly by their active goals.</param>
    /// <param name="activeGoals">Active goals of the person, this one included.</param>
    public static Forecast Of(GoalFacts facts, int capacity, int activeGoals, DateOnly today)
    {
        // a goal younger than eight weeks is judged by the weeks it has had
        var weeks = Math.Clamp((today.DayNumber - facts.StartedOn.DayNumber) / 7d, 1, HistoryWeeks);
        var fromHistory = facts.RecentMinutes > 0;
        var pace = fromHistory ? facts.RecentMinutes / weeks : capacity / (double)Math.Max(1, activeGoals);
        var p50 = Math.Min(facts.OpenMinutes / Math.Max(pace, 1), LongestWeeks);
        return new Forecast(After(today, p50), After(today, 1.5 * p50), (int)Math.Round(pace), fromHistory);
    }

    private static DateOnly After(DateOnly today, double weeks) => today.AddDays((int)Math.Ceiling(weeks * 7));
}
