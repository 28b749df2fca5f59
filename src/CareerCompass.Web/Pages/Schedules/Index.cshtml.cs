using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Lays out all goals, in the order of the person's list.</summary>
public sealed class IndexModel(PageTools tools) : SchedulePage(tools)
{
    public override Guid? OnlyGoalId => null;
}
