using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <param name="LeftOver">Tasks that are left over from earlier weeks and not scheduled in this one.</param>
/// <param name="Load">Minutes scheduled in this week, including all occurrences of recurring tasks.</param>
public sealed record ThisWeek(
    IReadOnlyList<ThisWeek.Item> Items,
    IReadOnlyList<ThisWeek.Item> LeftOver,
    int Load,
    int Capacity,
    DateOnly Today
)
{
    /// <param name="Since">The week it is left over from, or the day it was due.</param>
    public sealed record Item(
        TaskRow Row,
        Guid GoalId,
        string Goal,
        int Minutes,
        bool IsPinned,
        DateOnly? Since,
        bool IsRecurring
    );

    public bool HasLeftOver => LeftOver.Count > 0 || Items.Any(item => item is { Since: not null, IsRecurring: false });

    public bool Contains(Guid taskId) => Items.Concat(LeftOver).Any(item => item.Row.Id == taskId);

    /// <param name="leftOver">The week from which each task is left over.</param>
    public static ThisWeek Create(
        IReadOnlyList<TodayTask> tasks,
        Schedule schedule,
        IReadOnlyDictionary<Guid, DateOnly> leftOver,
        IReadOnlyDictionary<Guid, string> goals,
        DateOnly today
    )
    {
        var week = schedule.Weeks[0];
        var allocations = schedule
            .Allocations.TakeWhile(allocation => allocation.Week == week.Monday)
            .ToDictionary(allocation => allocation.TaskId);
        var (items, rest) = (new List<Item>(), new List<Item>());
        foreach (var task in tasks.Where(task => task.Row.DoneOn is null && goals.ContainsKey(task.GoalId)))
        {
            DateOnly? since = leftOver.TryGetValue(task.Row.Id, out var earlier) ? earlier : null;
            Item Of(int minutes, bool isPinned, DateOnly? day, bool isRecurring) =>
                new(task.Row, task.GoalId, goals[task.GoalId], minutes, isPinned, day, isRecurring);
            if (task.DueOn is { } due)
            {
                items.AddRange(due <= today ? [Of(task.Row.Estimate ?? 0, false, due, true)] : []);
            }
            else if (allocations.TryGetValue(task.Row.Id, out var allocation))
            {
                items.Add(Of(allocation.Minutes, allocation.IsPinned, since, false));
            }
            else if (since is not null)
            {
                rest.Add(Of(task.Row.Estimate ?? Schedule.DefaultEstimateMinutes, false, since, false));
            }
        }

        return new ThisWeek(items, rest, week.Load, week.Capacity, today);
    }
}
