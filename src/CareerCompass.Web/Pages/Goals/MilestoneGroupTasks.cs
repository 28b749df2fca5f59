namespace CareerCompass.Web.Pages.Goals;

/// <param name="IsEditable">Whether the goal's plan can still change, so that there are buttons.</param>
public sealed record MilestoneGroupTasks(MilestoneGroup Group, bool IsEditable, DateOnly Today);
