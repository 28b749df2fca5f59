namespace CareerCompass.Domain.Forecasting;

/// <summary>Remaining work.</summary>
/// <param name="Tasks">Number of tasks; fractional when work is shared with other goals.</param>
public readonly record struct Workload(double Minutes, double Tasks);
