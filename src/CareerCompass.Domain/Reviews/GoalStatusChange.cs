using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Reviews;

/// <summary>A goal that stands otherwise than when it was last sighted.</summary>
public sealed record GoalStatusChange(string Goal, GoalStatusKind From, GoalStatusKind To);
