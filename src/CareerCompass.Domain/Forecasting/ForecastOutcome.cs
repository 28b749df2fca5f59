using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>One week's forecast and the goal's outcome so far.</summary>
/// <param name="StartedOn">Start of the current pursuit; forecasts from before a pause are not scored.</param>
public sealed record ForecastOutcome(
    Guid GoalId,
    DateOnly Week,
    DateOnly Target,
    DateOnly P10,
    DateOnly P50,
    DateOnly P80,
    DateOnly P90,
    GoalState State,
    DateOnly StartedOn,
    DateOnly? EndedOn
);
