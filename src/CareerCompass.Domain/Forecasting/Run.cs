namespace CareerCompass.Domain.Forecasting;

/// <summary>A number of tasks that a person started one after the other, as a plan that is over or still under way.
/// </summary>
/// <param name="LogWork">Logarithm of the weeks that the work takes at the pace of the time.</param>
/// <param name="LogCount">Logarithm of the number of tasks divided by ten.</param>
/// <param name="LogWeeks">Logarithm of the weeks it took, or has taken so far.</param>
/// <param name="HasEnded">False for a censored observation: it takes longer than so far.</param>
/// <param name="Weight">Low, as runs overlap, and lower for older runs.</param>
public readonly record struct Run(double LogWork, double LogCount, double LogWeeks, bool HasEnded, double Weight);
