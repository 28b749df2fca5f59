using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <param name="Load">Allocated minutes of this week.</param>
public sealed record ThisWeek(
    IReadOnlyList<ThisWeek.Item> Items,
    IReadOnlyList<ThisWeek.Item> Overdue,
    int Load,
    int Capacity,
    DateOnly Today
)
{
    /// <param name="Since">The week it was scheduled in, or the day it was due.</param>
    public sealed record Item(
        TaskRow Row,
        Guid GoalId,
        string Goal,
        int Minutes,
        bool IsPinned,
        DateOnly? Since,
        bool IsRecurring
    );

    public bool Contains(Guid taskId) => Items.Concat(Overdue).Any(item => item.Row.Id == taskId);

    public static ThisWeek Create(
        IReadOnlyList<TodayTask> tasks,
        IReadOnlyList<AllocatedTask> placed,
        IReadOnlyDictionary<Guid, string> goals,
        int capacity,
        DateOnly today
    )
    {
        var (week, weeks) = (IsoWeek.Monday(today), placed.ToLookup(row => row.TaskId));
        var (items, overdue) = (new List<Item>(), new List<Item>());
        foreach (var task in tasks.Where(task => task.Row.DoneOn is null && goals.ContainsKey(task.GoalId)))
        {
            var there = weeks[task.Row.Id].ToList();
            var now = there.Where(row => row.Week == week).Sum(row => row.Minutes);
            if (task.DueOn is { } due && due <= today)
            {
                items.Add(new(task.Row, task.GoalId, goals[task.GoalId], task.Row.Estimate ?? 0, false, due, true));
            }
            else if (now > 0)
            {
                items.Add(
                    new(
                        task.Row,
                        task.GoalId,
                        goals[task.GoalId],
                        now,
                        there.Any(row => row.Week == week && row.IsPinned),
                        null,
                        false
                    )
                );
            }
            else if (there.Count > 0 && !there[0].HasLater)
            {
                overdue.Add(
                    new(
                        task.Row,
                        task.GoalId,
                        goals[task.GoalId],
                        task.Row.Estimate ?? Schedule.DefaultEstimateMinutes,
                        false,
                        there.Max(row => row.Week),
                        false
                    )
                );
            }
        }

        return new ThisWeek(items, overdue, items.Sum(item => item.Minutes), capacity, today);
    }
}
