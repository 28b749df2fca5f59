using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Pages.Tripwires;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public sealed class PlanModel(PageDependencies tools) : AppPage(tools)
{
    private static readonly CompiledQuery<Func<CompassDb, Guid, Task<GoalDetails?>>> GoalQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Goals.Where(goal => goal.Id == goalId)
                    .Select(goal => new GoalDetails(
                        goal.Id,
                        goal.OwnerId,
                        goal.Title,
                        goal.Why,
                        goal.DoneWhen,
                        goal.State,
                        goal.Target,
                        goal.PausedUntil,
                        goal.StartedOn,
                        db.TimeEntries.Where(timeEntry => timeEntry.GoalId == goalId)
                            .Sum(timeEntry => timeEntry.Minutes),
                        db.TimeEntries.Where(timeEntry => timeEntry.GoalId == goalId)
                            .Max(timeEntry => (DateOnly?)timeEntry.Day),
                        db.CheckIns.Where(checkIn => checkIn.GoalId == goalId)
                            .Join(
                                db.Reviews,
                                checkIn => checkIn.ReviewId,
                                review => review.Id,
                                (_, review) => (DateOnly?)review.Date
                            )
                            .Max(),
                        db.FocusAreas.Where(area => area.Id == goal.FocusAreaId)
                            .Select(area => area.Name)
                            .FirstOrDefault(),
                        db.Aspirations.Where(aspiration => aspiration.Id == goal.AspirationId)
                            .Select(aspiration => aspiration.Title)
                            .FirstOrDefault(),
                        goal.Obstacle,
                        goal.IfThen,
                        goal.PredecessorGoalId,
                        db.Goals.Where(from => from.Id == goal.PredecessorGoalId)
                            .Select(from => from.Title)
                            .FirstOrDefault(),
                        db.Goals.Where(successor => successor.PredecessorGoalId == goal.Id)
                            .OrderByDescending(successor => successor.Id)
                            .Select(successor => (Guid?)successor.Id)
                            .FirstOrDefault(),
                        db.Goals.Where(successor => successor.PredecessorGoalId == goal.Id)
                            .OrderByDescending(successor => successor.Id)
                            .Select(successor => successor.Title)
                            .FirstOrDefault()
                    ))
                    .SingleOrDefault()
        )
    );

    private static readonly CompiledQuery<
        Func<CompassDb, Guid, IAsyncEnumerable<PlanSnapshot.MilestoneSnapshot>>
    > Milestones = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Milestones.Where(milestone => milestone.GoalId == goalId)
                    .OrderBy(milestone => milestone.Date)
                    .ThenBy(milestone => milestone.Id)
                    .Select(milestone => new PlanSnapshot.MilestoneSnapshot(
                        milestone.Id,
                        milestone.Title,
                        milestone.Date,
                        milestone.ReachedOn
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<TaskRow>>> Tasks = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .Tasks.Where(task => task.GoalId == goalId && task.RecurringTaskId == null)
                    .OrderBy(task => task.Position)
                    .ThenBy(task => task.Id)
                    .Select(task => new TaskRow(
                        task.Id,
                        task.Title,
                        task.Estimate,
                        task.MilestoneId,
                        task.DoneOn,
                        task.Notes != null,
                        task.DoneOn == null
                            ? db
                                .TaskAllocations.Where(taskAllocation => taskAllocation.TaskId == task.Id)
                                .Min(taskAllocation => (DateOnly?)taskAllocation.Week)
                            : null,
                        task.IfThen
                    ))
        )
    );

    private static readonly CompiledQuery<
        Func<CompassDb, Guid, IAsyncEnumerable<RecurringTaskRow>>
    > RecurringTaskQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid goalId) =>
                db
                    .RecurringTasks.Where(recurringTask => recurringTask.GoalId == goalId)
                    .OrderBy(recurringTask => recurringTask.Id)
                    .Select(recurringTask => new RecurringTaskRow(
                        recurringTask.Id,
                        recurringTask.Title,
                        recurringTask.Rule,
                        recurringTask.StartsOn,
                        recurringTask.Until,
                        recurringTask.Minutes,
                        db.Tasks.Where(task =>
                                task.GoalId == goalId && task.RecurringTaskId == recurringTask.Id && task.DoneOn == null
                            )
                            .OrderBy(task => task.DueOn)
                            .Select(task => (Guid?)task.Id)
                            .FirstOrDefault(),
                        db.Tasks.Where(task =>
                                task.GoalId == goalId && task.RecurringTaskId == recurringTask.Id && task.DoneOn == null
                            )
                            .Min(task => task.DueOn)
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Guid, IAsyncEnumerable<TripwireRow>>> TripwireQuery = new(
        () =>
            EF.CompileAsyncQuery(
                (CompassDb db, Guid goalId) =>
                    db
                        .Tripwires.Where(tripwire => tripwire.GoalId == goalId)
                        .OrderBy(tripwire => tripwire.On)
                        .Select(tripwire => new TripwireRow(
                            tripwire.Id,
                            tripwire.Premise,
                            tripwire.Test,
                            tripwire.On,
                            tripwire.State
                        ))
            )
    );

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
        if (await GoalQuery.For(Db)(Db, GoalId) is not { } goal)
        {
            return NotFound();
        }

        Goal = goal;
        var milestones = await Milestones.For(Db)(Db, GoalId).ToListAsync();
        var tasks = await Tasks.For(Db)(Db, GoalId).ToListAsync();
        var planSnapshot = new PlanSnapshot(
            goal.Title,
            goal.State,
            goal.Target,
            goal.PausedUntil,
            goal.StartedOn,
            milestones,
            [
                .. tasks.Select(task => new PlanSnapshot.TaskSnapshot(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    task.MilestoneId,
                    task.DoneOn
                )),
            ]
        );
        GoalStatus = GoalStatus.Evaluate(
            goal.Facts.WithTaskCounts(planSnapshot.Tasks),
            await Db.ForecasterAsync(Person, Today)
        );
        var prompts = await Db.OpenPromptsAsync(GoalId, Url.Content($"~/goals/{GoalId}"));
        Prompts = PromptList.Create(
            prompts.Select(prompt => prompt.WithStatus(GoalStatus) with { GoalTitle = "" }),
            Today
        );
        Tripwires = await TripwireQuery.For(Db)(Db, GoalId).ToListAsync();
        RecurringTasks = await RecurringTaskQuery.For(Db)(Db, GoalId).ToListAsync();
        Chart = RouteChart.Create(
            planSnapshot,
            Today,
            GoalStatus.Forecast,
            PlanDates.DistinctFrom(await Db.EarlierPlanDatesAsync(GoalId), planSnapshot, RouteChart.MaxEarlierPlans)
        );
        Groups = MilestoneGroup.Create(milestones, tasks, Today, T["No milestone"]);
        if (!Request.Query.ContainsKey("leads"))
        {
            AddToMilestoneId = (
                Groups.FirstOrDefault(milestoneGroup =>
                    milestoneGroup is { Id: not null, IsReached: false, IsLate: false }
                ) ?? Groups.FirstOrDefault(milestoneGroup => milestoneGroup is { Id: not null, IsReached: false })
            )?.Id;
        }

        return Page();
    }

    /// <param name="LoggedMinutes">In minutes.</param>
    public sealed record GoalDetails(
        Guid Id,
        Guid OwnerId,
        string Title,
        string? Why,
        string? DoneWhen,
        GoalState State,
        DateOnly Target,
        DateOnly? PausedUntil,
        DateOnly StartedOn,
        int LoggedMinutes,
        DateOnly? LastTimeEntryOn,
        DateOnly? LastCheckInOn,
        string? Area,
        string? Aspiration,
        string? Obstacle,
        string? IfThen,
        Guid? PredecessorId,
        string? PredecessorTitle,
        Guid? SuccessorId,
        string? SuccessorTitle
    )
    {
        public GoalFacts Facts =>
            new()
            {
                Id = Id,
                OwnerId = OwnerId,
                Title = Title,
                State = State,
                PausedUntil = PausedUntil,
                Target = Target,
                StartedOn = StartedOn,
                LastTimeEntryOn = LastTimeEntryOn,
                LastCheckInOn = LastCheckInOn,
            };
    }
}
