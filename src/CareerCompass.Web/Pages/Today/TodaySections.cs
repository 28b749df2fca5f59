using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Today;

/// <summary>Arranges milestones and tasks outside this week's list in sections.</summary>
/// <param name="titles">Of the goals that are shown.</param>
internal sealed class TodaySections(Localizer localizer, IReadOnlyDictionary<Guid, string> titles, DateOnly today)
{
    /// <param name="tasks">All open tasks, and those done today.</param>
    /// <param name="unlisted">Those of them that this week's list does not show.</param>
    public IReadOnlyList<TodaySection> Create(
        IReadOnlyList<TodayMilestone> milestones,
        IReadOnlyList<TodayTask> tasks,
        IReadOnlyList<TodayTask> unlisted
    )
    {
        var groups = GroupByMilestone(milestones, tasks, unlisted.Where(IsOpen).ToLookup(task => task.Row.MilestoneId));
        var late = groups.Where(group => group.IsLate).ToList();
        var next = groups.Where(group => !group.IsLate).GroupBy(group => group.GoalId).Select(goal => goal.First());
        var known = milestones.Select(milestone => (Guid?)milestone.Id).ToHashSet();
        var loose = GroupByGoal(unlisted.Where(task => IsOpen(task) && !known.Contains(task.Row.MilestoneId)));
        var done = GroupByGoal(unlisted.Where(task => !IsOpen(task)));
        TodaySection[] sections =
        [
            new("overdue", localizer["Overdue"], late),
            new("next", localizer["For the next milestones"], [.. next]),
            new("loose", localizer["Open tasks without a milestone"], loose),
            new("done", localizer["Done today"], done),
        ];
        return [.. sections.Where(section => section.Groups.Count > 0)];
    }

    // A milestone whose tasks are all done is reached. One whose open tasks are all in this week appears there, and
    // here only when it is late
    private List<TodayGroup> GroupByMilestone(
        IReadOnlyList<TodayMilestone> milestones,
        IReadOnlyList<TodayTask> tasks,
        ILookup<Guid?, TodayTask> open
    )
    {
        var withOpenTasks = tasks.Where(IsOpen).Select(task => task.Row.MilestoneId).ToHashSet();
        bool IsWaiting(TodayMilestone milestone) =>
            withOpenTasks.Contains(milestone.Id) ? IsLate(milestone) : !(milestone.HasTasks || milestone.IsReached);
        return
        [
            .. milestones
                .Where(milestone => open[milestone.Id].Any() || IsWaiting(milestone))
                .Select(milestone => new TodayGroup(
                    milestone.GoalId,
                    milestone.Goal,
                    milestone.Id,
                    milestone.Title,
                    milestone.Date,
                    IsLate(milestone),
                    [.. open[milestone.Id].Select(task => task.Row)],
                    withOpenTasks.Contains(milestone.Id)
                )),
        ];
    }

    private List<TodayGroup> GroupByGoal(IEnumerable<TodayTask> tasks) =>
        [
            .. tasks
                .Where(task => titles.ContainsKey(task.GoalId))
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

    private bool IsLate(TodayMilestone milestone) => !milestone.IsReached && milestone.Date < today;

    private static bool IsOpen(TodayTask task) => task.Row.DoneOn is null;
}
