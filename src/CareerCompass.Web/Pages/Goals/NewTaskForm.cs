using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="Goal">The path of the goal.</param>
/// <param name="Now">Whether the row has the focus.</param>
public sealed record NewTaskForm(string Goal, Guid? MilestoneId, string? Milestone, bool Now);
