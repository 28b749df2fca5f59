using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Pages.Tripwires;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class PlanModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    /// <summary>"task" or "milestone" focuses the row to add one.</summary>
    [FromQuery]
    public string? Add { get; set; }

    [FromQuery(Name = "leads")]
    public Guid? AddToMilestoneId { get; set; }

    public GoalDetails Goal { get; private set; } = null!;

    public GoalStatus GoalStatus { get; private set; } = null!;

    public RouteChart Chart { get; private set; } = null!;

    public IReadOnlyList<MilestoneGroup> Groups { get; private set; } = [];

    public IReadOnlyList<RecurringTaskRow> RecurringTasks { get; private set; } = [];

    public PromptList Prompts { get; private set; } = PromptList.None;

    public IReadOnlyList<TripwireRow> Tripwires { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Db.GoalDetailsAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        Goal = goal;
        var milestones = await Db.PlanMilestonesAsync(GoalId);
        var forecaster = await Db.ForecasterAsync(Person, Today);
        var tasks = await Db.PlanTasksAsync(GoalId, forecaster.Schedule);
        var plan = goal.ToPlan(milestones, tasks);
        GoalStatus = GoalStatus.Evaluate(goal.Facts.WithTaskCounts(plan.Tasks), forecaster);
        var prompts = await Db.OpenPromptsAsync(GoalId, Url.Content($"~/goals/{GoalId}"));
        Prompts = PromptList.Create(
            prompts.Select(prompt => prompt.WithStatus(GoalStatus) with { GoalTitle = "" }),
            Today
        );
        Tripwires = await Db.TripwireRowsAsync(GoalId);
        RecurringTasks = await Db.RecurringTaskRowsAsync(GoalId);
        Chart = RouteChart.Create(
            plan,
            Today,
            GoalStatus.Forecast,
            PlanDates.DistinctFrom(await Db.EarlierPlanDatesAsync(GoalId), plan, RouteChart.MaxEarlierPlans)
        );
        Groups = MilestoneGroup.Create(milestones, tasks, Today, T["No milestone"]);
        if (!Request.Query.ContainsKey("leads"))
        {
            var open = Groups.Where(group => group is { Id: not null, IsReached: false }).ToList();
            AddToMilestoneId = (open.Find(group => !group.IsLate) ?? open.FirstOrDefault())?.Id;
        }

        return Page();
    }
}
