namespace CareerCompass.Web.Charts;

public sealed record MapMilestone(Guid GoalId, string Title, DateOnly Date, bool IsReached);
