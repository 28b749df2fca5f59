using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

public sealed record ForecastInputs
{
    /// <summary>Today's plan, with capacity and time off also of the past.</summary>
    public required ScheduleInputs Plan { get; init; }

    /// <summary>Tasks of all goals, including ended ones, started since <see cref="Forecaster.HistoryStart"/>; excludes
    /// occurrences of recurring tasks.</summary>
    public IReadOnlyList<PastTask> PastTasks { get; init; } = [];

    /// <summary>Minutes of completed occurrences of recurring tasks, by week.</summary>
    public IReadOnlyList<WeekMinutes> PastRecurringMinutes { get; init; } = [];

    public IReadOnlyList<DaySpan> Pauses { get; init; } = [];

    /// <summary>How forecasts of goals that have ended turned out.</summary>
    public IReadOnlyList<PastForecast> PastForecasts { get; init; } = [];

    public DateOnly Today => Plan.Today;
}
