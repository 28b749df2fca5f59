namespace CareerCompass.Domain.Forecasting;

/// <summary>How often an achieved goal was done by the dates of its weekly forecasts.</summary>
/// <param name="Forecasts">Number of forecasts.</param>
/// <param name="HeldP10">Number of forecasts whose P10 date held.</param>
public sealed record PastForecast(
    Guid GoalId,
    DateOnly AchievedOn,
    int Forecasts,
    int HeldP10,
    int HeldP50,
    int HeldP80,
    int HeldP90
);
