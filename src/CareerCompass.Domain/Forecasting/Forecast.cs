namespace CareerCompass.Domain.Forecasting;

/// <summary>When a goal will be done. See docs/forecast.md for how that is known.</summary>
/// <param name="P10">With luck: one in ten such goals is done by then.</param>
/// <param name="P50">As likely earlier as later.</param>
/// <param name="P80">Four in five such goals are done by then.</param>
/// <param name="P90">Nine in ten.</param>
/// <param name="Chance">0 to 1: that the target is made.</param>
/// <param name="PaceMinutes">Minutes of estimates a usual week that it reckons with for this goal.</param>
/// <param name="Finished">How many tasks of the person's own it was learned from.</param>
public sealed record Forecast(
    DateOnly P10,
    DateOnly P50,
    DateOnly P80,
    DateOnly P90,
    double Chance,
    int PaceMinutes,
    int Finished
)
{
    /// <summary>From what the person finished; otherwise from how such plans usually go.</summary>
    public bool IsFromHistory => Finished >= TrackRecord.MinFinishedTasks;
}
