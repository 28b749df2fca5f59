using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <summary>A task of a developer, as the file has it.</summary>
/// <param name="Estimate">Hours.</param>
internal sealed record FileTask(string Developer, double Estimate, DateOnly Began, DateOnly Done)
{
    /// <summary>As it is known on a day: what is open then has no end yet.</summary>
    public PastTask Seen(DateOnly today) => new(default, 60 * Estimate, Began, Done < today ? Done : null);
}
