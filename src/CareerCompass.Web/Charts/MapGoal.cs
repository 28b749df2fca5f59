using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

/// <summary>A goal as the map wants it.</summary>
/// <param name="Area">Its focus area, if any.</param>
/// <param name="PausedOn">The day on which its pause began, where that is known.</param>
public sealed record MapGoal(
    GoalStatus GoalStatus,
    DateOnly? EndedOn,
    string? Area,
    DateOnly? PausedOn,
    IReadOnlyList<MapMilestone> Milestones
);
