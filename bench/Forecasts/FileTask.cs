using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <param name="Estimate">Hours.</param>
internal sealed record FileTask(string Developer, double Estimate, DateOnly Began, DateOnly Done)
{
    public PastTask Seen(DateOnly today) => new(default, 60 * Estimate, Began, Done < today ? Done : null);
}
