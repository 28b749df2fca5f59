using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal as it stood on a day.</summary>
/// <param name="Status">As it was sighted last by then, if it was.</param>
/// <param name="Since">When its route became that.</param>
public sealed record PastGoal(
    Guid GoalId,
    Guid OwnerId,
    Domain.Goals.PlanSnapshot PlanSnapshot,
    string? Area,
    GoalStatusKind? Status,
    DateTime Since
);
