using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>The tasks of a leg as the plan lists them.</summary>
/// <param name="Alive">Whether the goal's plan still changes, so that there are buttons.</param>
public sealed record MilestoneGroupTasks(MilestoneGroup Group, bool Alive, DateOnly Today);
