using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Web.Charts;

/// <param name="PausedOn">The start of the pause, if known.</param>
public sealed record MapGoal(
    GoalStatus GoalStatus,
    DateOnly? EndedOn,
    string? Area,
    DateOnly? PausedOn,
    IReadOnlyList<MapMilestone> Milestones
);
