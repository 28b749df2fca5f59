namespace CareerCompass.Domain.Forecasting;

/// <summary>When a goal will be done. See docs/forecast.md for the method.</summary>
/// <param name="PaceMinutes">Estimated minutes completed for this goal in a usual week.</param>
/// <param name="Finished">Number of the person's finished tasks that the forecast is based on.</param>
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
    /// <summary>Whether the forecast uses the person's own history rather than typical plans.</summary>
    public bool IsFromHistory => Finished >= TrackRecord.MinFinishedTasks;
}
