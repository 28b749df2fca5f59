using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.TimeEntries;

public abstract class TimeEntryForm(PageDependencies tools) : AppPage(tools)
{
    private const int MaxTasks = 500;
    private const int DaysAfterDone = 30;

    [BindProperty]
    public TimeEntryInput Input { get; set; } = new();

    /// <summary>The page with the form. Ignored unless it is a local path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Goals, each followed by its tasks.</summary>
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    protected int Minutes => Duration.Parse(Input.Time, Limits.MaxDayMinutes, nameof(Input.Time))!.Value;

    protected string BackPath => Url.IsLocalUrl(Back) ? Back! : "~/efforts";

    /// <param name="goalId">A goal to include even when it has ended.</param>
    /// <param name="taskId">A task to include even when it was done long ago.</param>
    protected async Task LoadSubjectsAsync(Guid? goalId = null, Guid? taskId = null)
    {
        var goals = await Alive(goalId)
            .OrderBy(goal => goal.Target)
            .ThenBy(goal => goal.Id)
            .Select(goal => new { goal.Id, goal.Title })
            .ToListAsync();
        var lately = Today.AddDays(-DaysAfterDone);
        var tasks = (
            await Db
                .Tasks.Where(task => task.DoneOn == null || task.DoneOn >= lately || task.Id == taskId)
                .Join(Alive(goalId), task => task.GoalId, goal => goal.Id, (task, _) => task)
                .OrderByDescending(task => task.Id == taskId)
                .ThenBy(task => task.Position)
                .ThenBy(task => task.Id)
                .Take(MaxTasks)
                .Select(task => new
                {
                    task.Id,
                    task.Title,
                    task.GoalId,
                    task.Position,
                })
                .ToListAsync()
        ).ToLookup(task => task.GoalId);
        Subjects =
        [
            .. goals.SelectMany(goal =>
            {
                var group = new SelectListGroup { Name = goal.Title };
                return tasks[goal.Id]
                    .OrderBy(task => task.Position)
                    .Select(task => new SelectListItem(task.Title, task.Id.ToString()) { Group = group })
                    .Prepend(new SelectListItem(T["{0} in general", goal.Title], goal.Id.ToString()) { Group = group });
            }),
        ];
    }

    protected async Task<(Guid GoalId, Guid? TaskId)> FindSubjectAsync(Guid? goalId = null)
    {
        var chosen = await Alive(goalId)
            .Select(goal => new
            {
                goal.Id,
                TaskId = Db
                    .Tasks.Where(task => task.Id == Input.GoalId && task.GoalId == goal.Id)
                    .Select(task => (Guid?)task.Id)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(row => row.Id == Input.GoalId || row.TaskId != null);
        return chosen is null
            ? throw new DomainRuleException(nameof(Input.GoalId), "Choose one of your goals.")
            : (chosen.Id, chosen.TaskId);
    }

    private IQueryable<Goal> Alive(Guid? also) =>
        Db.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused || goal.Id == also);
}
