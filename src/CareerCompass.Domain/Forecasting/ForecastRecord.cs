using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>A goal's status and forecast in a week. Kept for scoring and comparison; never the current value.</summary>
public sealed class ForecastRecord : OwnedEntity
{
    private ForecastRecord() { }

    public ForecastRecord(Guid ownerId, GoalStatus goalStatus, DateOnly today)
        : base(ownerId)
    {
        (GoalId, Week, Status, Target) = (
            goalStatus.Facts.Id,
            IsoWeek.Monday(today),
            goalStatus.Kind,
            goalStatus.Facts.Target
        );
        if (goalStatus.Forecast is { } forecast)
        {
            (P10, P50, P80, P90, Chance) = (forecast.P10, forecast.P50, forecast.P80, forecast.P90, forecast.Chance);
        }
    }

    public Guid GoalId { get; private set; }

    /// <summary>The Monday; one record per goal and week.</summary>
    public DateOnly Week { get; private set; }

    public GoalStatusKind Status { get; private set; }

    public DateOnly Target { get; private set; }

    public DateOnly? P10 { get; private set; }

    public DateOnly? P50 { get; private set; }

    public DateOnly? P80 { get; private set; }

    public DateOnly? P90 { get; private set; }

    /// <summary>Chance of meeting <see cref="Target"/>, 0 to 1.</summary>
    public double? Chance { get; private set; }
}
