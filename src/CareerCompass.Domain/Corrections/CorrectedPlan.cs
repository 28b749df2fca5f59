using System.Security.Cryptography;
using System.Text.Json;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

public sealed record CorrectedPlan(Guid GoalId, PlanSnapshot? Before, PlanSnapshot After);
