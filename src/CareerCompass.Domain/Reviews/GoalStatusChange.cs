using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal whose status changed since the last forecast record.</summary>
public sealed record GoalStatusChange(string Goal, GoalStatusKind From, GoalStatusKind To);
