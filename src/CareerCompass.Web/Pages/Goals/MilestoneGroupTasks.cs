using CareerCompass.Domain.Goals;
using Route = CareerCompass.Domain.Goals.PlanSnapshot;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="Alive">Whether the goal's plan can still change, so that there are buttons.</param>
public sealed record MilestoneGroupTasks(MilestoneGroup Group, bool Alive, DateOnly Today);
