namespace CareerCompass.Web.Pages.Reviews;

public sealed record LastNextStep(Guid ReviewId, Guid GoalId, string Goal, string NextStep, bool IsDone);
