using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Schedules one goal in the capacity that the others leave.</summary>
public sealed class GoalModel(PageDependencies tools) : SchedulePage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override Guid? OnlyGoalId => GoalId;
}
