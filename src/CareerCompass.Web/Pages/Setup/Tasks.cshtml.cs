using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class TasksModel(PageDependencies tools) : SetupRowsPage(tools)
{
    private const int EmptyRows = 3;

    private List<PlanSnapshot.MilestoneSnapshot> milestones = [];

    public override GoalSetupStep Step => GoalSetupStep.Tasks;

    [BindProperty]
    public TasksInput Input { get; set; } = new();

    public string GoalTitle { get; private set; } = "";

    /// <summary>The total estimate of the goal's open tasks, in minutes, with <see cref="RecurringMinutes"/>.</summary>
    public int Minutes { get; private set; }

    /// <summary>Minutes of its recurring tasks until the target.</summary>
    public int RecurringMinutes { get; private set; }

    public IReadOnlyList<RecurringTask> RecurringTasks { get; private set; } = [];

    public IEnumerable<Group> Groups =>
        milestones
            .Select(milestoneSnapshot => new Group(
                milestoneSnapshot.Title,
                milestoneSnapshot.Date,
                FindRowsOf(milestoneSnapshot.Id)
            ))
            .Append(
                new Group(
                    milestones.Count == 0 ? T["Steps"] : T["No milestone"],
                    null,
                    [
                        .. Enumerable
                            .Range(0, Input.Rows.Count)
                            .Where(at =>
                                milestones.TrueForAll(milestoneSnapshot =>
                                    milestoneSnapshot.Id != Input.Rows[at].MilestoneId
                                )
                            ),
                    ]
                )
            )
            .Where(group => group.Lines.Count > 0);

    public override async Task<IActionResult> OnGetAsync()
    {
        var goal = await Db
            .Goals.AsNoTracking()
            .Where(goal => goal.Id == GoalId)
            .Select(goal => new
            {
                goal.Title,
                goal.Target,
                RecurringTasks = Db
                    .RecurringTasks.Where(recurringTask => recurringTask.GoalId == goal.Id)
                    .OrderBy(recurringTask => recurringTask.StartsOn)
                    .ThenBy(recurringTask => recurringTask.Id)
                    .ToList(),
            })
            .SingleOrDefaultAsync();
        if (goal is null)
        {
            return NotFound();
        }

        (GoalTitle, RecurringTasks) = (goal.Title, goal.RecurringTasks);
        RecurringMinutes = RecurringTasks.Sum(recurringTask => recurringTask.MinutesBetween(Today, goal.Target));
        milestones = await Db
            .Milestones.Where(stop => stop.GoalId == GoalId)
            .OrderBy(stop => stop.Date)
            .ThenBy(stop => stop.Id)
            .Select(stop => new PlanSnapshot.MilestoneSnapshot(stop.Id, stop.Title, stop.Date, stop.ReachedOn))
            .ToListAsync();
        var tasks = await Db
            .Tasks.Where(task => task.GoalId == GoalId && task.RecurringTaskId == null && task.DoneOn == null)
            .OrderBy(task => task.Position)
            .ThenBy(task => task.Id)
            .Select(task => new
            {
                task.Id,
                task.Title,
                task.Estimate,
                task.MilestoneId,
                task.Version,
            })
            .ToListAsync();
        Minutes = RecurringMinutes + tasks.Sum(task => task.Estimate ?? 0);
        if (HttpMethods.IsPost(Request.Method))
        {
            RefreshVersions(Input.Rows, id => tasks.Find(task => task.Id == id)?.Version);
            return Page();
        }

        var rows = tasks
            .Take(GoalTemplate.MaxTasks)
            .Select(task => new TaskLine
            {
                Id = task.Id,
                Title = task.Title,
                Estimate = task.Estimate is { } minutes ? Duration.Format(minutes) : null,
                MilestoneId = task.MilestoneId,
                Version = task.Version,
            })
            .ToList();
        foreach (var stop in milestones.Select(milestoneSnapshot => (Guid?)milestoneSnapshot.Id).DefaultIfEmpty())
        {
            var empty = More || !rows.Exists(row => row.MilestoneId == stop) ? EmptyRows : 1;
            rows.AddRange(Enumerable.Range(0, empty).Select(_ => new TaskLine { MilestoneId = stop }));
        }

        Input = new() { Rows = rows };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        goal.RequireNotEnded();
        var named = Input.Rows.Select(row => row.Id).ToHashSet();
        var living = goal.UntrashedMilestones.Select(stop => (Guid?)stop.Id).ToHashSet();
        for (var at = 0; at < Input.Rows.Count; at++)
        {
            var row = Input.Rows[at];
            var leads = living.Contains(row.MilestoneId) ? row.MilestoneId : null;

            // A form that is sent twice must not add the same task again
            var task = goal.UntrashedTasks.FirstOrDefault(task =>
                row.Id is null
                    ? !named.Contains(task.Id)
                        && !task.IsDone
                        && task.RecurringTaskId is null
                        && task.MilestoneId == leads
                        && task.Title == row.Title?.Trim()
                    : task.Id == row.Id
            );
            TryApply(at, () => ApplyRow(goal, task, row, leads));
        }

        return ModelState.IsValid ? await ContinueAsync(goal) : Page();
    }

    private void ApplyRow(Goal goal, PlanTask? task, TaskLine row, Guid? leads)
    {
        var estimate = Duration.Parse(row.Estimate, Limits.MaxEstimateMinutes, nameof(TaskLine.Estimate));
        if (row.Title is null && (task is not null || estimate is null || row.Id is not null))
        {
            task?.Trash(Now);
        }
        else if (task is null)
        {
            goal.AddTask(row.Title, estimate, leads);
        }
        else if ((task.Title, task.Estimate) != (row.Title!.Trim(), estimate))
        {
            if (row.Id is not null)
            {
                Db.RequireVersion(task, row.Version);
            }

            goal.EditTask(task, row.Title, estimate, leads, task.Notes);
        }
    }

    private List<int> FindRowsOf(Guid stop) =>
        [.. Enumerable.Range(0, Input.Rows.Count).Where(at => Input.Rows[at].MilestoneId == stop)];

    public sealed record Group(string Title, DateOnly? Date, IReadOnlyList<int> Lines);

    public sealed record TaskLine : SetupRow
    {
        /// <summary>As typed; see <see cref="Duration.Parse"/>.</summary>
        [MaxTextLength(40)]
        public string? Estimate { get; set; }

        public Guid? MilestoneId { get; set; }
    }

    public sealed record TasksInput
    {
        public List<TaskLine> Rows
        {
            get;
            set => field = [.. (value ?? []).Where(row => row is not null)];
        } = [];
    }
}
