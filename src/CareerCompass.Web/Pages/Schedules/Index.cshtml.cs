using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Schedules;

public sealed class IndexModel(PageTools tools) : SchedulePage(tools)
{
    public override Guid? OnlyGoalId => null;
}
