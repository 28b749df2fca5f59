using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Charts;

public sealed record MapMilestone(Guid GoalId, string Title, DateOnly Date, bool IsReached);
