using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Schedules;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class RouteModel(PageDependencies tools) : SetupPage(tools)
{
    private const int Near = 3;

    [FromRoute]
    public Guid GoalId { get; set; }

    public override GoalSetupStep Step => GoalSetupStep.Route;

    public override Guid? CurrentGoalId => GoalId;

    public ScheduleView ScheduleView { get; private set; } = null!;

    public GoalStatus GoalStatus { get; private set; } = null!;

    public RouteChart Chart { get; private set; } = null!;

    public int CurrentMinutes => Person.CapacityOn(Today);

    /// <summary>A later target, which the goal meets seven times in ten; null when the target is that late.</summary>
    public DateOnly? SafeTarget =>
        GoalStatus.Forecast is { } forecast && forecast.P70 > GoalStatus.Facts.Target ? forecast.P70 : null;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        if (goal.State is GoalState.Achieved or GoalState.Retired)
        {
            return LocalRedirect(Url.Content($"~/goals/{GoalId}"));
        }

        var forecaster = await Db.ForecasterAsync(Person, Today);
        var plan = PlanSnapshot.From(goal);
        ScheduleView = new ScheduleView(forecaster, GoalId, Near, IsGuided: true);
        GoalStatus = GoalStatus.Evaluate(GoalFacts.From(Person.Id, GoalId, plan), forecaster);
        Chart = RouteChart.Create(plan, Today, GoalStatus.Forecast);
        return Page();
    }

    /// <summary>Moves the target to <see cref="SafeTarget"/>, and the milestones in proportion.</summary>
    public async Task<IActionResult> OnPostTargetAsync()
    {
        if (await OnGetAsync() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        if (SafeTarget is not { } target || await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return page;
        }

        goal.MoveTargetProportionally(target, Today);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["The target is now {0}.", target], $"~/setup/goals/{GoalId}/route");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.Goals.AnyAsync(goal => goal.Id == GoalId))
        {
            return NotFound();
        }

        (await Db.GetOrAddSetupAsync(Person.Id)).Finish(Now);
        await Db.SaveChangesAsync();
        return Done(T["Your plan is ready."], $"~/goals/{GoalId}");
    }
}
