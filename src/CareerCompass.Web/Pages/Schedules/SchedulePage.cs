using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

public abstract class SchedulePage(PageDependencies tools) : AppPage(tools)
{
    private SchedulingData data = null!;

    /// <summary>The only goal to schedule; null for all.</summary>
    public abstract Guid? OnlyGoalId { get; }

    /// <summary>Null when dependencies form a cycle.</summary>
    public ScheduleView? View { get; private set; }

    public IReadOnlyList<Goal> Goals => data.Goals;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        try
        {
            View = new ScheduleView(
                data,
                Schedule.Create(data.ToScheduleInputs(Person.WeeklyCapacities, Today, OnlyGoalId)),
                OnlyGoalId,
                Today
            );
        }
        catch (DomainRuleException rule)
        {
            ModelState.Clear();
            AddRuleError(rule);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var moved = await Db.ScheduleAsync(
            data,
            Schedule.Create(data.ToScheduleInputs(Person.WeeklyCapacities, Today, OnlyGoalId)),
            OnlyGoalId,
            Today,
            Now
        );
        await Db.SaveChangesAsync();
        return Done(
            moved == 0
                ? T["Your schedule is already up to date."]
                : T.Count(
                    moved,
                    "Schedule saved. {0} task has a new week.",
                    "Schedule saved. {0} tasks have a new week."
                ),
            OnlyGoalId is { } goal ? $"~/goals/{goal}" : "~/"
        );
    }

    private async Task<bool> LoadAsync()
    {
        data = await Db.SchedulingDataAsync();
        return OnlyGoalId is not { } id || Goals.Any(goal => goal.Id == id);
    }
}
