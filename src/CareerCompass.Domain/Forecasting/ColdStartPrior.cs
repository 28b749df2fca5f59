namespace CareerCompass.Domain.Forecasting;

/// <summary>Assumptions for people without history, whose capacity is the only known fact.</summary>
/// <param name="MedianRatio">Median duration of a plan divided by the weeks of capacity it needs.</param>
/// <param name="Spread">Scale of the deviation, as a logarithm.</param>
public sealed record ColdStartPrior(double MedianRatio, double Spread);
