namespace CareerCompass.Domain.Goals;

/// <summary>A template that a person made of a goal of their own.</summary>
public sealed class OwnTemplate : Owned, ITrashable, IVersioned
{
    private OwnTemplate()
    {
    }

    /// <param name="orders">Which of the goal's tasks come after which.</param>
    /// <exception cref="RuleBroken">The title is empty or too long, or the goal is larger than a template may be.</exception>
    public OwnTemplate(Goal goal, string? title, IReadOnlyCollection<TaskOrder> orders, DateTime now)
        : base(goal.OwnerId)
    {
        Rename(title);
        (PlanJson, CreatedAt) = (PlanOf(goal, Title, orders).Write(), now);
    }

    public string Title { get; private set; } = "";

    public string PlanJson { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    public GoalTemplate Plan() => GoalTemplate.Read(PlanJson) with { Title = Title };

    public void Rename(string? title) => Title = Limits.CheckTitle(title);

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    private static GoalTemplate PlanOf(Goal goal, string title, IReadOnlyCollection<TaskOrder> orders)
    {
        var stops = goal.LivingMilestones.ToList();
        var tasks = InOrder([.. goal.LivingTasks.Where(task => task.SeriesId is null)], orders);
        if (stops.Count > GoalTemplate.MostMilestones || tasks.Count > GoalTemplate.MostTasks)
        {
            throw new RuleBroken("", "A template holds at most {0} milestones and {1} tasks; this goal has more.", GoalTemplate.MostMilestones, GoalTemplate.MostTasks);
        }

        var length = Math.Clamp(goal.Target.DayNumber - goal.StartedOn.DayNumber, 1, GoalTemplate.MostWeeks * 7);
        int Offset(Milestone stop) => Math.Clamp(stop.Date.DayNumber - goal.StartedOn.DayNumber, 1, length);
        int? Number<T>(IReadOnlyList<T> all, Guid? id)
            where T : Entity => all.TakeWhile(one => one.Id != id).Count() + 1 is var number && number <= all.Count ? number : null;

        return new GoalTemplate
        {
            Title = title,
            Goal = goal.Title,
            Why = goal.Why is { Length: <= GoalTemplate.Sentence } why ? [why] : [],
            DoneWhen = goal.DoneWhen is { Length: <= GoalTemplate.Sentence } done ? [done] : [],
            Weeks = length / 7,
            Days = length % 7,
            Milestones = [.. stops.Select(stop => new GoalTemplate.Stop(stop.Title, Offset(stop) / 7, Offset(stop) % 7))],
            Tasks = [.. tasks.Select(task => new GoalTemplate.Step(
                task.Title, task.Estimate, Number(stops, task.MilestoneId), task.Notes,
                orders.Where(order => order.TaskId == task.Id).Select(order => Number(tasks, order.AfterId)).OfType<int>().Order().ToList() is { Count: > 0 } after ? after : null))],
        };
    }

    /// <summary>In their order, but none before one that it comes after.</summary>
    private static List<PlanTask> InOrder(List<PlanTask> tasks, IReadOnlyCollection<TaskOrder> orders)
    {
        var after = orders.ToLookup(order => order.TaskId, order => order.AfterId);
        var sorted = new List<PlanTask>();
        while (tasks.Count > 0)
        {
            var next = tasks.FirstOrDefault(task => !after[task.Id].Any(id => tasks.Exists(other => other.Id == id))) ?? tasks[0];
            sorted.Add(next);
            tasks.Remove(next);
        }

        return sorted;
    }
}
