using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A template created from a person's own goal.</summary>
public sealed class PersonalTemplate : OwnedEntity, ITrashable, IVersioned
{
    private PersonalTemplate() { }

    /// <exception cref="DomainRuleException">The title is invalid, or the goal is too large.</exception>
    public PersonalTemplate(
        Goal goal,
        string? title,
        IReadOnlyCollection<TaskDependency> dependencies,
        IReadOnlyCollection<RecurringTask> recurringTasks,
        DateTime now
    )
        : base(goal.OwnerId)
    {
        Rename(title);
        (TemplateJson, CreatedAt) = (CreateTemplate(goal, Title, dependencies, recurringTasks).ToJson(), now);
    }

    public string Title { get; private set; } = "";

    public string TemplateJson { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public GoalTemplate ReadTemplate() => GoalTemplate.FromJson(TemplateJson) with { Title = Title };

    public void Rename(string? title) => Title = Limits.CheckTitle(title);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    private static GoalTemplate CreateTemplate(
        Goal goal,
        string title,
        IReadOnlyCollection<TaskDependency> dependencies,
        IReadOnlyCollection<RecurringTask> recurringTasks
    )
    {
        var milestones = goal.UntrashedMilestones.ToList();
        var tasks = SortByDependencies(
            [.. goal.UntrashedTasks.Where(task => task.RecurringTaskId is null)],
            dependencies
        );
        var recurring = recurringTasks
            .Where(recurringTask => !(recurringTask.Until < recurringTask.StartsOn))
            .OrderBy(recurringTask => recurringTask.StartsOn)
            .ThenBy(recurringTask => recurringTask.Id)
            .ToList();
        if (
            milestones.Count > GoalTemplate.MaxMilestones
            || tasks.Count > GoalTemplate.MaxTasks
            || recurring.Count > GoalTemplate.MaxRecurring
        )
        {
            throw new DomainRuleException(
                "",
                "A template can have at most {0} milestones, {1} tasks and {2} recurring tasks. This goal has more.",
                GoalTemplate.MaxMilestones,
                GoalTemplate.MaxTasks,
                GoalTemplate.MaxRecurring
            );
        }

        var length = Math.Clamp(goal.Target.DayNumber - goal.StartedOn.DayNumber, 1, GoalTemplate.MaxWeeks * 7);
        int Offset(Milestone milestone) => Math.Clamp(milestone.Date.DayNumber - goal.StartedOn.DayNumber, 1, length);
        int? Number<T>(IReadOnlyList<T> all, Guid? id)
            where T : Entity =>
            all.TakeWhile(one => one.Id != id).Count() + 1 is var number && number <= all.Count ? number : null;

        return new GoalTemplate
        {
            Title = title,
            Goal = goal.Title,
            Why = goal.Why is { Length: <= GoalTemplate.MaxSentenceLength } why ? [why] : [],
            DoneWhen = goal.DoneWhen is { Length: <= GoalTemplate.MaxSentenceLength } done ? [done] : [],
            Weeks = length / 7,
            Days = length % 7,
            Milestones =
            [
                .. milestones.Select(milestone => new GoalTemplate.TemplateMilestone(
                    milestone.Title,
                    Offset(milestone) / 7,
                    Offset(milestone) % 7
                )),
            ],
            Tasks =
            [
                .. tasks.Select(task => new GoalTemplate.TemplateTask(
                    task.Title,
                    task.Estimate,
                    Number(milestones, task.MilestoneId),
                    task.Notes,
                    dependencies
                        .Where(order => order.TaskId == task.Id)
                        .Select(order => Number(tasks, order.DependsOnId))
                        .OfType<int>()
                        .Order()
                        .ToList()
                        is { Count: > 0 } after
                        ? after
                        : null
                )),
            ],
            Recurring = [.. recurring.Select(recurringTask => TemplateRecurringTask.From(recurringTask, goal, length))],
        };
    }

    private static List<PlanTask> SortByDependencies(
        List<PlanTask> tasks,
        IReadOnlyCollection<TaskDependency> dependencies
    )
    {
        var dependsOn = dependencies.ToLookup(order => order.TaskId, order => order.DependsOnId);
        var sorted = new List<PlanTask>();
        while (tasks.Count > 0)
        {
            var next = tasks.FirstOrDefault(task =>
                !dependsOn[task.Id].Any(id => tasks.Exists(other => other.Id == id))
            ) ?? tasks[0];
            sorted.Add(next);
            tasks.Remove(next);
        }

        return sorted;
    }
}
