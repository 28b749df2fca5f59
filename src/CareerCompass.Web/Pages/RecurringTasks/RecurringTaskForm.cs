using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.RecurringTasks;

public abstract class RecurringTaskForm(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public RecurringTaskInput Input { get; set; } = new();

    public string GoalTitle { get; protected set; } = "";

    protected DateOnly Start => Limits.CheckDate(Input.StartsOn!.Value, Today, nameof(Input.StartsOn));

    protected DateOnly? Until => Input.Until is { } day ? Limits.CheckDate(day, Today, nameof(Input.Until)) : null;
}
