using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Pages.Schedules;

/// <param name="OnlyGoalId">The only goal that is scheduled; null for all.</param>
/// <param name="ExpandedWeeks">How many weeks are expanded at first.</param>
/// <param name="IsGuided">Whether remedies link to the steps of the guided setup.</param>
public sealed record ScheduleView(
    SchedulingData Data,
    Schedule Schedule,
    Guid? OnlyGoalId,
    DateOnly Today,
    int ExpandedWeeks = 8,
    bool IsGuided = false
)
{
    public IReadOnlyDictionary<Guid, Goal> Goals { get; } = Data.Goals.ToDictionary(goal => goal.Id);

    public IReadOnlyDictionary<Guid, PlanTask> Tasks { get; } = Data.OpenTasks.ToDictionary(task => task.Id);

    public ILookup<DateOnly, Schedule.Allocation> Allocations { get; } =
        Schedule.Allocations.ToLookup(allocation => allocation.Week);

    public DateOnly ThisWeek => IsoWeek.Monday(Today);

    /// <summary>The weeks with tasks, and those without capacity.</summary>
    public IReadOnlyList<Schedule.Week> Weeks => [.. Schedule.Weeks.Where(week => week.Load > 0 || week.Capacity == 0)];

    public int MovedTaskCount
    {
        get
        {
            var before = Data
                .TaskAllocations.Select(row => (row.TaskId, row.Week, row.Minutes, row.IsPinned))
                .ToLookup(row => row.TaskId);
            var after = Schedule
                .Allocations.Select(allocation =>
                    (allocation.TaskId, allocation.Week, allocation.Minutes, allocation.IsPinned)
                )
                .ToLookup(row => row.TaskId);
            return Tasks
                .Keys.Where(id => OnlyGoalId is null || Tasks[id].GoalId == OnlyGoalId)
                .Count(id => !before[id].Order().SequenceEqual(after[id].Order()));
        }
    }

    public string RaiseCapacityPath(Schedule.MissedDate missedDate)
    {
        var hours = Uri.EscapeDataString(Duration.Format(missedDate.RequiredWeeklyMinutes ?? 0));
        return IsGuided ? $"setup/goals/{missedDate.GoalId}/hours?hours={hours}" : "settings/hours";
    }

    /// <summary>A milestone's new date shifts the whole plan by as many days.</summary>
    public string MoveDatePath(Schedule.MissedDate missedDate, DateOnly to) =>
        (IsGuided, missedDate.MilestoneId) switch
        {
            (true, null) => $"setup/goals/{missedDate.GoalId}",
            (true, _) => $"setup/goals/{missedDate.GoalId}/milestones",
            (_, null) => $"goals/{missedDate.GoalId}/reschedule?to={to:yyyy-MM-dd}",
            (_, { } stop) => $"goals/{missedDate.GoalId}/reschedule?stop={stop}&by={to:yyyy-MM-dd}",
        };

    public string DropTasksPath(Schedule.MissedDate missedDate) =>
        IsGuided ? $"setup/goals/{missedDate.GoalId}/tasks" : $"goals/{missedDate.GoalId}/rescope";
}
