using System.Security.Cryptography;
using System.Text.Json;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>A goal on its way through a correction.</summary>
/// <param name="Before">Null for a goal that the correction makes.</param>
public sealed record CorrectedPlan(Guid GoalId, PlanSnapshot? Before, PlanSnapshot After);
