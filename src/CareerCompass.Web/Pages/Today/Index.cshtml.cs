using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Setup;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Today;

/// <summary>Today for people who are signed in; an introduction for visitors.</summary>
[AllowAnonymous]
public sealed class TodayModel(PageDependencies tools) : AppPage(tools)
{
    private static readonly CompiledQuery<Func<CompassDb, IAsyncEnumerable<MilestoneRow>>> MilestoneQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db) =>
                db
                    .Milestones.Join(
                        db.Goals.Where(goal => goal.State == GoalState.Active),
                        milestone => milestone.GoalId,
                        goal => goal.Id,
                        (milestone, goal) => new { milestone, goal }
                    )
                    .OrderBy(row => row.milestone.Date)
                    .ThenBy(row => row.milestone.Id)
                    .Select(row => new MilestoneRow(
                        row.milestone.Id,
                        row.milestone.Title,
                        row.milestone.Date,
                        row.milestone.ReachedOn != null,
                        row.goal.Id,
                        row.goal.Title,
                        db.Tasks.Any(task => task.GoalId == row.goal.Id && task.MilestoneId == row.milestone.Id)
                    ))
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, DateOnly, IAsyncEnumerable<TodayTask>>> TaskQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, DateOnly today) =>
                db
                    .Tasks.Where(task =>
                        (task.DoneOn == null || task.DoneOn == today)
                        && db.Goals.Where(goal => goal.State == GoalState.Active)
                            .Select(goal => goal.Id)
                            .Contains(task.GoalId)
                    )
                    .OrderBy(task => task.Position)
                    .ThenBy(task => task.Id)
                    .Select(task => new TodayTask(
                        new TaskRow(
                            task.Id,
                            task.Title,
                            task.Estimate,
                            task.MilestoneId,
                            task.DoneOn,
                            false,
                            null,
                            task.IfThen
                        ),
                        task.GoalId,
                        task.DueOn
                    ))
        )
    );

    // Open tasks allocated to this week or earlier, once for each time off in this week
    private static readonly CompiledQuery<
        Func<CompassDb, DateOnly, DateOnly, IAsyncEnumerable<AllocationRow>>
    > AllocationQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, DateOnly week, DateOnly sunday) =>
                from placement in db.TaskAllocations.Where(taskAllocation =>
                    taskAllocation.Week <= week
                    && db.Tasks.Any(task => task.Id == taskAllocation.TaskId && task.DoneOn == null)
                )
                from off in db
                    .TimeOff.Where(off =>
                        off.OwnerId == placement.OwnerId && off.LastDay >= week && off.FirstDay <= sunday
                    )
                    .DefaultIfEmpty()
                select new AllocationRow(
                    new AllocatedTask(
                        placement.TaskId,
                        placement.Week,
                        placement.Minutes,
                        placement.IsPinned,
                        db.TaskAllocations.Any(later => later.TaskId == placement.TaskId && later.Week > week)
                    ),
                    (DateOnly?)off.FirstDay,
                    (DateOnly?)off.LastDay
                )
        )
    );

    private static readonly CompiledQuery<Func<CompassDb, Task<OpenReviewRow?>>> OpenReviewQuery = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db) =>
                db
                    .Reviews.Where(review => review.State == ReviewState.Open)
                    .OrderByDescending(review => review.Date)
                    .Select(review => new OpenReviewRow(review.Id, review.Kind, review.OpenedAt))
                    .FirstOrDefault()
        )
    );

    public IReadOnlyList<GoalStatus> GoalStatuses { get; private set; } = [];

    public OpenReviewRow? OpenReview { get; private set; }

    public PromptList Prompts { get; private set; } = PromptList.None;

    public ThisWeek Week { get; private set; } = null!;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public SetupCard Setup { get; private set; } = SetupCard.Empty;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (User.Id() is null)
        {
            return RedirectToPage("/Welcome/Index");
        }

        GoalStatuses =
        [
            .. (await Db.OngoingGoalStatusesAsync(Person, Today))
                .OrderBy(goalStatus => goalStatus.Facts.State)
                .ThenBy(goalStatus => goalStatus.Facts.Target),
        ];
        var milestones = await MilestoneQuery.For(Db)(Db).ToListAsync();
        var tasks = await TaskQuery.For(Db)(Db, Today).ToListAsync();
        OpenReview = await OpenReviewQuery.For(Db)(Db);
        var prompts = await Db.OpenPromptsAsync(null, Url.Content("~/"));
        Prompts = PromptList.Create(
            prompts.Select(prompt =>
                prompt.WithStatus(GoalStatuses.FirstOrDefault(goalStatus => goalStatus.Facts.Id == prompt.GoalId))
            ),
            Today
        );
        var titles = GoalStatuses.ToDictionary(goalStatus => goalStatus.Facts.Id, goalStatus => goalStatus.Facts.Title);
        var placed = await AllocationQuery
            .For(Db)(Db, IsoWeek.Monday(Today), IsoWeek.Monday(Today).AddDays(6))
            .ToListAsync();
        var off = placed
            .Where(row => row.OffFirst is not null)
            .Select(row => new DaySpan(row.OffFirst!.Value, row.OffLast!.Value))
            .Distinct()
            .ToList();
        Week = ThisWeek.Create(
            tasks,
            [.. placed.Select(row => row.Task).Distinct()],
            titles,
            Capacity.AvailableMinutesInWeek(Person.WeeklyCapacities, off, Today),
            Today
        );
        Sections = CreateSections(
            milestones,
            [
                .. tasks.Where(task =>
                    task.Row.DoneOn is not null || (task.DueOn is null && !Week.Contains(task.Row.Id))
                ),
            ],
            tasks,
            titles
        );
        Setup = await SetupCard.LoadAsync(Db);
        return Page();
    }

    private List<Section> CreateSections(
        List<MilestoneRow> milestones,
        List<TodayTask> tasks,
        List<TodayTask> all,
        Dictionary<Guid, string> titles
    )
    {
        var withOpenTasks = all.Where(task => task.Row.DoneOn is null).Select(task => task.Row.MilestoneId).ToHashSet();
        var open = tasks.Where(task => task.Row.DoneOn is null).ToLookup(task => task.Row.MilestoneId);

        // A milestone whose tasks are all done is reached. One whose open tasks are all in this week appears there, and
        // here only when it is late
        bool Late(MilestoneRow milestone) => !milestone.IsReached && milestone.Date < Today;
        bool Waits(MilestoneRow milestone) =>
            withOpenTasks.Contains(milestone.Id) ? Late(milestone) : !(milestone.HasTasks || milestone.IsReached);
        var legs = milestones
            .Where(milestone => open[milestone.Id].Any() || Waits(milestone))
            .Select(milestone => new TodayGroup(
                milestone.GoalId,
                milestone.Goal,
                milestone.Id,
                milestone.Title,
                milestone.Date,
                Late(milestone),
                [.. open[milestone.Id].Select(task => task.Row)],
                withOpenTasks.Contains(milestone.Id)
            ))
            .ToList();
        var late = legs.Where(leg => leg.IsLate).ToList();
        var next = legs.Where(leg => !leg.IsLate).GroupBy(leg => leg.GoalId).Select(goal => goal.First()).ToList();
        var known = milestones.Select(milestone => (Guid?)milestone.Id).ToHashSet();
        IReadOnlyList<TodayGroup> ByGoal(IEnumerable<TodayTask> some) =>
            [
                .. some.Where(task => titles.ContainsKey(task.GoalId))
                    .GroupBy(task => task.GoalId)
                    .Select(goal => new TodayGroup(
                        goal.Key,
                        titles[goal.Key],
                        null,
                        null,
                        null,
                        false,
                        [.. goal.Select(task => task.Row)]
                    )),
            ];
        var loose = ByGoal(tasks.Where(task => task.Row.DoneOn is null && !known.Contains(task.Row.MilestoneId)));
        var done = ByGoal(tasks.Where(task => task.Row.DoneOn is not null));
        return
        [
            .. new Section[]
            {
                new("overdue", T["Overdue"], late),
                new("next", T["For the next milestones"], next),
                new("loose", T["Open tasks without a milestone"], loose),
                new("done", T["Done today"], done),
            }.Where(section => section.Groups.Count > 0),
        ];
    }

    public sealed record Section(string Key, string Title, IReadOnlyList<TodayGroup> Groups);

    /// <param name="IsListedAbove">Whether its open tasks appear under this week or among what is left over.</param>
    public sealed record TodayGroup(
        Guid GoalId,
        string Goal,
        Guid? MilestoneId,
        string? Milestone,
        DateOnly? Date,
        bool IsLate,
        IReadOnlyList<TaskRow> Tasks,
        bool IsListedAbove = false
    );

    public sealed record OpenReviewRow(Guid Id, ReviewKind Kind, DateTime OpenedAt);

    private sealed record MilestoneRow(
        Guid Id,
        string Title,
        DateOnly Date,
        bool IsReached,
        Guid GoalId,
        string Goal,
        bool HasTasks
    );

    private sealed record AllocationRow(AllocatedTask Task, DateOnly? OffFirst, DateOnly? OffLast);
}
