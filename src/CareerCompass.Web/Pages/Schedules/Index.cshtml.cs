using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.Schedules;

public sealed class IndexModel(PageDependencies tools) : SchedulePage(tools)
{
    public override Guid? OnlyGoalId => null;
}
