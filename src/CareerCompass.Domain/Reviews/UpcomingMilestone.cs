using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A milestone that is due before the next review.</summary>
public sealed record UpcomingMilestone(string Goal, string Title, DateOnly Date);
