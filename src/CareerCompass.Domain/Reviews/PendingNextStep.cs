using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A next step that was set last time and is not ticked off.</summary>
public sealed record PendingNextStep(Guid CheckInId, string Goal, string Step);
