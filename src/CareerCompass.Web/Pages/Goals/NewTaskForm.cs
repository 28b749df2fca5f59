using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>The row at the end of a leg in which its next task is typed.</summary>
/// <param name="Goal">The path of the goal.</param>
/// <param name="Milestone">The title of what it leads to; null for no milestone.</param>
/// <param name="Now">Whether the cursor is there.</param>
public sealed record NewTaskForm(string Goal, Guid? MilestoneId, string? Milestone, bool Now);
