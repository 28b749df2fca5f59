using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>What was forecast in a week, and what is known today of how it came.</summary>
/// <param name="StartedOn">Since when the goal has been pursued: what was seen before a rest is scored no more.</param>
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
