using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Data;
using CareerCompass.Web.Data.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>The end of the guided way: the route as it is drawn, and what comes first.</summary>
public sealed class RouteModel(PageTools tools) : SetupPage(tools)
{
    private const int MostFirst = 3;

    [FromRoute]
    public Guid GoalId { get; set; }

    public override SetupStep Step => SetupStep.Route;

    public override Guid? Started => GoalId;

    public SetupPlan Plan { get; private set; } = null!;

    public Reckoning Reckoning { get; private set; } = null!;

    public RouteChart Chart { get; private set; } = null!;

    /// <summary>The next milestone.</summary>
    public Route.Stop? Stop { get; private set; }

    /// <summary>The tasks that lead there, as far as they come first.</summary>
    public IReadOnlyList<Route.Step> First { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await SetupPlan.OfAsync(Db, GoalId, Today) is not { } plan || await Db.RouteAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        (Plan, Reckoning) = (plan, plan.At(Me.CapacityOn(Today)));
        var route = Route.Of(goal);
        var facts = await Db.Facts(Db.Goals.Where(one => one.Id == GoalId)).AsNoTracking().SingleAsync();
        Chart = RouteChart.Of(route, Today, Standing.Of(facts, await Db.OutlookAsync(Me, Today)).Forecast);
        var open = route.Tasks.Where(task => task.DoneOn is null).ToList();
        Stop = route.Milestones.FirstOrDefault(stop => open.Exists(task => task.MilestoneId == stop.Id));
        First = [.. open.Where(task => Stop is null || task.MilestoneId == Stop.Id).Take(MostFirst)];
        return Page();
    }

    /// <summary>The way is walked.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.Goals.AnyAsync(goal => goal.Id == GoalId))
        {
            return NotFound();
        }

        (await Db.SetupAsync(Me.Id)).Finish(Now);
        await Db.SaveChangesAsync();
        return Done(T["Your course is set."], $"~/goals/{GoalId}");
    }
}
