using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Lays out one goal in what the others leave.</summary>
public sealed class GoalModel(PageTools tools) : SchedulePage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override Guid? OnlyGoalId => GoalId;
}
