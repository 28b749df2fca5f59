using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Data;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Pages.Tripwires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal and its plan. Its forms post to pages of their own.</summary>
public sealed class PlanModel(PageTools tools) : AppPage(tools)
{
    private static readonly Prepared<Func<CompassDb, Guid, Task<GoalHead?>>> Heads = new(() => EF.CompileAsyncQuery((CompassDb db, Guid goalId) =>
        db.Goals.Where(goal => goal.Id == goalId).Select(goal => new GoalHead(
            goal.Id, goal.OwnerId, goal.Title, goal.Why, goal.DoneWhen, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn,
            db.Efforts.Where(effort => effort.GoalId == goalId).Sum(effort => effort.Minutes),
            db.Efforts.Where(effort => effort.GoalId == goalId).Max(effort => (DateOnly?)effort.Day),
            db.CheckIns.Where(checkIn => checkIn.GoalId == goalId)
                .Join(db.Reviews, checkIn => checkIn.ReviewId, review => review.Id, (_, review) => (DateOnly?)review.Date).Max(),
            db.FocusAreas.Where(area => area.Id == goal.FocusAreaId).Select(area => area.Name).FirstOrDefault(),
            db.Aspirations.Where(aspiration => aspiration.Id == goal.AspirationId).Select(aspiration => aspiration.Title).FirstOrDefault(),
            goal.Obstacle, goal.IfThen,
            goal.FromGoalId, db.Goals.Where(from => from.Id == goal.FromGoalId).Select(from => from.Title).FirstOrDefault(),
            db.Goals.Where(heir => heir.FromGoalId == goal.Id).OrderByDescending(heir => heir.Id).Select(heir => (Guid?)heir.Id).FirstOrDefault(),
            db.Goals.Where(heir => heir.FromGoalId == goal.Id).OrderByDescending(heir => heir.Id).Select(heir => heir.Title).FirstOrDefault())).SingleOrDefault()));

    private static readonly Prepared<Func<CompassDb, Guid, IAsyncEnumerable<Route.Stop>>> Milestones = new(() => EF.CompileAsyncQuery((CompassDb db, Guid goalId) =>
        db.Milestones.Where(milestone => milestone.GoalId == goalId).OrderBy(milestone => milestone.Date).ThenBy(milestone => milestone.Id)
            .Select(milestone => new Route.Stop(milestone.Id, milestone.Title, milestone.Date, milestone.ReachedOn))));

    private static readonly Prepared<Func<CompassDb, Guid, IAsyncEnumerable<TaskRow>>> Tasks = new(() => EF.CompileAsyncQuery((CompassDb db, Guid goalId) =>
        db.Tasks.Where(task => task.GoalId == goalId && task.SeriesId == null).OrderBy(task => task.Position).ThenBy(task => task.Id)
            .Select(task => new TaskRow(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn, task.Notes != null,
                task.DoneOn == null ? db.Placements.Where(placement => placement.TaskId == task.Id).Min(placement => (DateOnly?)placement.Week) : null, task.IfThen))));

    private static readonly Prepared<Func<CompassDb, Guid, IAsyncEnumerable<RepeatRow>>> RepeatRows = new(() => EF.CompileAsyncQuery((CompassDb db, Guid goalId) =>
        db.Series.Where(series => series.GoalId == goalId).OrderBy(series => series.Id).Select(series => new RepeatRow(
            series.Id, series.Title, series.Rule, series.StartsOn, series.Until, series.Minutes,
            db.Tasks.Where(task => task.GoalId == goalId && task.SeriesId == series.Id && task.DoneOn == null).OrderBy(task => task.DueOn).Select(task => (Guid?)task.Id).FirstOrDefault(),
            db.Tasks.Where(task => task.GoalId == goalId && task.SeriesId == series.Id && task.DoneOn == null).Min(task => task.DueOn)))));

    private static readonly Prepared<Func<CompassDb, Guid, IAsyncEnumerable<TripwireRow>>> Wires = new(() => EF.CompileAsyncQuery((CompassDb db, Guid goalId) =>
        db.Tripwires.Where(tripwire => tripwire.GoalId == goalId).OrderBy(tripwire => tripwire.On)
            .Select(tripwire => new TripwireRow(tripwire.Id, tripwire.Premise, tripwire.Test, tripwire.On, tripwire.State))));

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

    public IReadOnlyList<RepeatRow> Repeats { get; private set; } = [];

    public PromptList Prompts { get; private set; } = PromptList.None;

    public IReadOnlyList<TripwireRow> Tripwires { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Heads.On(Db)(Db, GoalId) is not { } goal)
        {
            return NotFound();
        }

        Goal = goal;
        var milestones = await Milestones.On(Db)(Db, GoalId).ToListAsync();
        var tasks = await Tasks.On(Db)(Db, GoalId).ToListAsync();
        var route = new Route(goal.Title, goal.State, goal.Target, goal.PausedUntil, goal.StartedOn, milestones,
            [.. tasks.Select(task => new Route.Step(task.Id, task.Title, task.Estimate, task.MilestoneId, task.DoneOn))]);
        Standing = Standing.Of(goal.Facts.Counting(route.Tasks), await Db.OutlookAsync(Me, Today));
        var prompts = await Db.OpenPromptsAsync(GoalId, Url.Content($"~/goals/{GoalId}"));
        Prompts = PromptList.Of(prompts.Select(prompt => prompt.Now(Standing) with { GoalTitle = "" }), Today);
        Tripwires = await Wires.On(Db)(Db, GoalId).ToListAsync();
        Repeats = await RepeatRows.On(Db)(Db, GoalId).ToListAsync();
        Chart = RouteChart.Of(route, Today, Standing.Forecast, Course.Apart(await Db.EarlierCoursesAsync(GoalId), route, RouteChart.MostGhosts));
        Legs = Leg.Of(milestones, tasks, Today, T["No milestone"]);
        if (!Request.Query.ContainsKey("leads"))
        {
            Leads = (Legs.FirstOrDefault(leg => leg is { Id: not null, Reached: false, Late: false }) ?? Legs.FirstOrDefault(leg => leg is { Id: not null, Reached: false }))?.Id;
        }

        return Page();
    }

    /// <param name="Logged">Minutes invested.</param>
    /// <param name="From">The goal whose path it left for another.</param>
    /// <param name="Heir">The goal that took another path from here.</param>
    public sealed record GoalHead(
        Guid Id, Guid OwnerId, string Title, string? Why, string? DoneWhen, GoalState State, DateOnly Target, DateOnly? PausedUntil, DateOnly StartedOn,
        int Logged, DateOnly? LastEffort, DateOnly? LastCheckIn, string? Area, string? Aspiration, string? Obstacle, string? IfThen,
        Guid? FromId, string? From, Guid? HeirId, string? Heir)
    {
        /// <summary>What its standing follows from, but for its tasks.</summary>
        public GoalFacts Facts => new()
        {
            Id = Id,
            OwnerId = OwnerId,
            Title = Title,
            State = State,
            PausedUntil = PausedUntil,
            Target = Target,
            StartedOn = StartedOn,
            LastEffort = LastEffort,
            LastCheckIn = LastCheckIn,
        };
    }
}
