using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
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

    public RouteChart Chart { get; private set; } = null!;

    public int CurrentMinutes => Person.CapacityOn(Today);

    public override async Task<IActionResult> OnGetAsync()
    {
        var board = await Db.SchedulingDataAsync();
        if (board.Goals.FirstOrDefault(goal => goal.Id == GoalId) is not { } goal)
        {
            // The goal ended meanwhile, so it is not scheduled
            return await Db.Goals.AnyAsync(goal => goal.Id == GoalId)
                ? LocalRedirect(Url.Content($"~/goals/{GoalId}"))
                : NotFound();
        }

        ScheduleView = new ScheduleView(
            board,
            Schedule.Create(board.ToScheduleInputs(Person.WeeklyCapacities, Today, GoalId)),
            GoalId,
            Today,
            Near,
            IsGuided: true
        );
        if (
            await Db.Facts(Db.Goals.Where(one => one.Id == GoalId)).AsNoTracking().SingleOrDefaultAsync()
            is not { } facts
        )
        {
            return NotFound();
        }

        Chart = RouteChart.Create(
            PlanSnapshot.From(goal),
            Today,
            GoalStatus.Evaluate(facts, await Db.ForecasterAsync(Person, Today)).Forecast
        );
        return Page();
    }

    /// <summary>Schedules the goal again, as it may have changed since the capacity step.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Db.ScheduleGoalAsync(GoalId, Today, Now) && !await Db.Goals.AnyAsync(goal => goal.Id == GoalId))
        {
            return NotFound();
        }

        (await Db.GetOrAddSetupAsync(Person.Id)).Finish(Now);
        await Db.SaveChangesAsync();
        return Done(T["Your plan is ready."], $"~/goals/{GoalId}");
    }
}
