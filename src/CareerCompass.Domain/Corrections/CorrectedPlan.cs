using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

public sealed record CorrectedPlan(Guid GoalId, PlanSnapshot? Before, PlanSnapshot After);
