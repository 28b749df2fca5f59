using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="Status">From the last forecast record by then, if any.</param>
/// <param name="Since">When its plan took this form.</param>
public sealed record PastGoal(
    Guid GoalId,
    Guid OwnerId,
    Domain.Goals.PlanSnapshot PlanSnapshot,
    string? Area,
    GoalStatusKind? Status,
    DateTime Since
);
