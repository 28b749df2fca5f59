namespace CareerCompass.Web.Pages.Goals;

/// <param name="GoalPath">The path of the goal.</param>
/// <param name="HasFocus">Whether the row has the focus.</param>
public sealed record NewTaskForm(string GoalPath, Guid? MilestoneId, string? MilestoneTitle, bool HasFocus);
