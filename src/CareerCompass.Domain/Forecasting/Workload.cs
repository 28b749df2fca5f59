namespace CareerCompass.Domain.Forecasting;

/// <summary>What is still to do.</summary>
/// <param name="Minutes">The sum of the estimates.</param>
/// <param name="Tasks">How many; not a whole number where work is shared with other goals.</param>
public readonly record struct Workload(double Minutes, double Tasks);
