namespace CareerCompass.Domain.Forecasting;

/// <summary>How plans go of people of whom nothing is known but the hours a week that they say they have.</summary>
/// <param name="MedianRatio">The median time that a plan takes, over the weeks of hours that it needs.</param>
/// <param name="Spread">What a deviation of 1 is, as a logarithm.</param>
public sealed record ColdStartPrior(double MedianRatio, double Spread);
