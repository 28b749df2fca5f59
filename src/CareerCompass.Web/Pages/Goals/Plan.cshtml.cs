using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Data;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal and its plan. Its forms post to pages of their own.</summary>
public sealed class PlanModel(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    /// <summary>What the person is adding in a row: "task" or "milestone" gets the cursor.</summary>
    [FromQuery]
    public string? Add { get; set; }

    /// <summary>The milestone that the last added task leads to.</summary>
    [FromQuery]
    public Guid? Leads { get; set; }

    public GoalHead Goal { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    public RouteChart Chart { get; private set; } = null!;

    public IReadOnlyList<Leg> Legs { get; private set; } = [];

    public IReadOnlyList<PromptCard> Prompts { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var goal = await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => new GoalHead(
            goal.Id, goal.Title, goal.Why, goal.DoneWhen, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn,
            Db.Efforts.Where(effort => effort.GoalId == GoalId).Sum(effort => effort.Minutes))).SingleOrDefaultAsync();
        if (goal is null)
        {
            return NotFound();
        }

        Goal = goal;
        var milestones = await Db.Milestones.Where(milestone => milestone.GoalId == GoalId).OrderBy(milestone => milestone.Date).ThenBy(milestone => milestone.Id)
            .Select(milestone => new Route.Stop(milestone.Id, milestone.Title, milestone.Date, milestone.ReachedOn)).ToListAsync();
        var tasks = await Db.Tasks.Where(task => task.GoalId == GoalId && task.SeriesId == null).OrderBy(task => task.Position).ThenBy(task => task.Id)
            .Select(task => new TaskRow(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn, task.Notes != null)).ToListAsync();
        var standings = await Db.StandingsAsync(Db.Goals.Where(other => other.State == GoalState.Active || other.Id == GoalId), Me, Today);
        Standing = standings.Single(standing => standing.Facts.Id == GoalId);
        Prompts = await Db.Prompts.Where(prompt => prompt.GoalId == GoalId && prompt.State == PromptState.Open)
            .OrderBy(prompt => prompt.RaisedAt).Cards(Db, Url.Content($"~/goals/{GoalId}")).ToListAsync();
        var route = new Route(goal.Title, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn, milestones,
            [.. tasks.Select(task => new Route.Step(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn))]);
        Chart = RouteChart.Of(route, Today, Standing.Forecast);
        Legs = Leg.Of(milestones, tasks, Today, T["No milestone"]);
        Leads ??= (Legs.FirstOrDefault(leg => leg is { Id: not null, Reached: false, Late: false }) ?? Legs.FirstOrDefault(leg => leg is { Id: not null, Reached: false }))?.Id;
        return Page();
    }

    public sealed record GoalHead(
        Guid Id, string Title, string? Why, string? DoneWhen, GoalState State, DateOnly Target, DateOnly? PausedUntil, DateOnly StartedOn, int Logged);
}
