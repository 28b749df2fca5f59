namespace CareerCompass.Web.Pages.Reviews;

public sealed record DoneTask(Guid GoalId, string Title);
