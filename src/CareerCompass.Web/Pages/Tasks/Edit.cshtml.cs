using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

public sealed class EditModel(PageDependencies tools) : TaskForm(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    public override bool IsNew => false;

    public Guid GoalId { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public Guid? RecurringTaskId { get; private set; }

    /// <summary>The tasks it may depend on: open ones, and its current dependencies.</summary>
    public IReadOnlyList<(Guid Id, string Title)> PossibleDependencies { get; private set; } = [];

    public IReadOnlyList<(DateOnly Week, int Minutes, bool Pinned)> Weeks { get; private set; } = [];

    /// <summary>The task as stored, regardless of the form.</summary>
    public TaskInput Saved { get; private set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(task => task.Id == TaskId)
            .Select(task => new
            {
                task.GoalId,
                task.DoneOn,
                task.RecurringTaskId,
                task.Title,
                task.Estimate,
                task.MilestoneId,
                task.Notes,
                task.Obstacle,
                task.IfThen,
                task.TrashedAt,
                task.Version,
            })
            .SingleOrDefaultAsync();
        if (
            row is null
            || (row.TrashedAt is not null && HttpMethods.IsGet(Request.Method))
            || !await LoadGoalAsync(row.GoalId)
        )
        {
            return NotFound();
        }

        (GoalId, DoneOn, RecurringTaskId) = (row.GoalId, row.DoneOn, row.RecurringTaskId);
        var others = await Db
            .Tasks.Where(task => task.GoalId == GoalId && task.RecurringTaskId == null && task.Id != TaskId)
            .OrderBy(task => task.Position)
            .Select(task => new
            {
                task.Id,
                task.Title,
                IsOpen = task.DoneOn == null,
                IsBefore = Db.TaskDependencies.Any(order => order.TaskId == TaskId && order.DependsOnId == task.Id),
            })
            .ToListAsync();
        PossibleDependencies =
        [
            .. others.Where(task => task.IsOpen || task.IsBefore).Select(task => (task.Id, task.Title)),
        ];
        var schedule = (await Db.ForecasterAsync(Person, Today)).Schedule;
        Weeks =
        [
            .. schedule
                .Allocations.Where(allocation => allocation.TaskId == TaskId)
                .Select(allocation => (allocation.Week, allocation.Minutes, allocation.IsPinned)),
        ];
        var chosen = HttpMethods.IsPost(Request.Method)
            ? Input.After
            : [.. others.Where(task => task.IsBefore).Select(task => task.Id)];
        Input = Saved = new TaskInput
        {
            Title = row.Title,
            Estimate = row.Estimate is { } minutes ? Duration.Format(minutes) : null,
            // A milestone in Trash counts as none
            MilestoneId = Milestones.Any(milestone => milestone.Value == row.MilestoneId?.ToString())
                ? row.MilestoneId
                : null,
            Notes = row.Notes,
            After = chosen,
            Obstacle = row.Obstacle,
            IfThen = row.IfThen,
            Version = row.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var task = await Db
            .Tasks.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(task => task.Id == TaskId);
        if (task is null || await Db.LoadPlanAsync(task.GoalId) is not { } goal)
        {
            return NotFound();
        }

        if (task.TrashedAt is not null)
        {
            throw TrashedException();
        }

        Db.RequireVersion(task, Input.Version);
        goal.EditTask(task, Input.Title, Estimate, Input.MilestoneId, Input.Notes);
        var (removed, added) = goal.SetDependencies(
            task,
            Input.After.ToHashSet(),
            await Db.TaskDependencies.Where(order => order.GoalId == goal.Id).ToListAsync()
        );
        Db.RemoveRange(removed);
        Db.AddRange(added);
        goal.PlanForObstacle(task, Input.Obstacle, Input.IfThen);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{goal.Id}");
    }
}
