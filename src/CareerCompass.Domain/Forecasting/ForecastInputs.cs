using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>What forecasts of a person's goals follow from, but for what is left of each.</summary>
public sealed record ForecastInputs
{
    public required DateOnly Today { get; init; }

    /// <summary>Minutes a week from a week on, in order of time.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    /// <summary>The goals that share the hours.</summary>
    public required IReadOnlyCollection<Guid> ActiveGoalIds { get; init; }

    /// <summary>Tasks of all goals, ended ones too, begun since <see cref="Forecaster.HistoryStart"/>; no occurrences of series.</summary>
    public IReadOnlyList<PastTask> PastTasks { get; init; } = [];

    public IReadOnlyList<DaySpan> DaysOff { get; init; } = [];

    /// <summary>While a goal was paused.</summary>
    public IReadOnlyList<DaySpan> Pauses { get; init; } = [];

    /// <summary>The last week, by its Monday, in which an open task of a goal was placed.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> LastScheduledWeeks { get; init; } = new Dictionary<Guid, DateOnly>();
}
