using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>How a goal stood in a week. History, for scoring and for "what changed"; never the current value.</summary>
public sealed class Sighting : Owned
{
    private Sighting()
    {
    }

    public Sighting(Guid ownerId, Standing standing, DateOnly today)
        : base(ownerId)
    {
        (GoalId, Week, Bearing, Target) = (standing.Facts.Id, IsoWeek.Monday(today), standing.Bearing, standing.Facts.Target);
        if (standing.Forecast is { } forecast)
        {
            (P10, P50, P80, P90, Chance) = (forecast.P10, forecast.P50, forecast.P80, forecast.P90, forecast.Chance);
        }
    }

    public Guid GoalId { get; private set; }

    /// <summary>The week's Monday. One sighting a goal and week.</summary>
    public DateOnly Week { get; private set; }

    public Bearing Bearing { get; private set; }

    public DateOnly Target { get; private set; }

    public DateOnly? P10 { get; private set; }

    public DateOnly? P50 { get; private set; }

    public DateOnly? P80 { get; private set; }

    public DateOnly? P90 { get; private set; }

    /// <summary>0 to 1: of making <see cref="Target"/>.</summary>
    public double? Chance { get; private set; }
}
