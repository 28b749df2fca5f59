namespace CareerCompass.Web.Pages.Reviews;

public sealed record GoalAnswer(Guid GoalId, string Title, bool IsTrashed, CheckInAnswer CheckIn);
