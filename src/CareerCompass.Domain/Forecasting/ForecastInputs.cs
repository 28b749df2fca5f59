using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

public sealed record ForecastInputs
{
    public required DateOnly Today { get; init; }

    /// <summary>Weekly capacity by first week, oldest first.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    public required IReadOnlyCollection<Guid> ActiveGoalIds { get; init; }

    /// <summary>Tasks of all goals, including ended ones, started since <see cref="Forecaster.HistoryStart"/>; excludes
    /// occurrences of recurring tasks.</summary>
    public IReadOnlyList<PastTask> PastTasks { get; init; } = [];

    public IReadOnlyList<DaySpan> DaysOff { get; init; } = [];

    public IReadOnlyList<DaySpan> Pauses { get; init; } = [];

    /// <summary>By goal, the Monday of the last week with an allocation for an open task.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> LastScheduledWeeks { get; init; } = new Dictionary<Guid, DateOnly>();
}
