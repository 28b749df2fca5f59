using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>A lay-out as pages show it: its weeks, what does not fit, and where the ways out are.</summary>
/// <param name="OnlyGoalId">The goal that is laid out alone; null for all.</param>
/// <param name="Near">Weeks that are open to begin with.</param>
/// <param name="Guided">On the guided way, whose steps are the ways out.</param>
public sealed record ScheduleView(
    SchedulingData Data,
    Schedule Schedule,
    Guid? OnlyGoalId,
    DateOnly Today,
    int Near = 8,
    bool Guided = false
)
{
    public IReadOnlyDictionary<Guid, Goal> Goals { get; } = Data.Goals.ToDictionary(goal => goal.Id);

    public IReadOnlyDictionary<Guid, PlanTask> Tasks { get; } = Data.OpenTasks.ToDictionary(task => task.Id);

    public ILookup<DateOnly, Schedule.Allocation> Allocations { get; } =
        Schedule.Allocations.ToLookup(allocation => allocation.Week);

    public DateOnly ThisWeek => IsoWeek.Monday(Today);

    /// <summary>The weeks that hold something, and those without hours.</summary>
    public IReadOnlyList<Schedule.Week> Weeks => [.. Schedule.Weeks.Where(week => week.Load > 0 || week.Capacity == 0)];

    /// <summary>How many tasks would come to lie elsewhere.</summary>
    public int Moves
    {
        get
        {
            var was = Data
                .TaskAllocations.Select(row => (row.TaskId, row.Week, row.Minutes, row.IsPinned))
                .ToLookup(row => row.TaskId);
            var becomes = Schedule
                .Allocations.Select(allocation =>
                    (allocation.TaskId, allocation.Week, allocation.Minutes, allocation.IsPinned)
                )
                .ToLookup(row => row.TaskId);
            return Tasks
                .Keys.Where(id => OnlyGoalId is null || Tasks[id].GoalId == OnlyGoalId)
                .Count(id => !was[id].Order().SequenceEqual(becomes[id].Order()));
        }
    }

    /// <summary>Where the hours are raised.</summary>
    public string RaiseAt(Schedule.MissedDate missedDate) =>
        Guided
            ? $"setup/goals/{missedDate.GoalId}/hours?hours={Uri.EscapeDataString(Duration.Format(missedDate.RequiredWeeklyMinutes ?? 0))}"
            : "settings/hours";

    /// <summary>Where the date is moved. A milestone's takes the whole route along, by as many days.</summary>
    public string MoveAt(Schedule.MissedDate missedDate, DateOnly to) =>
        (Guided, missedDate.MilestoneId) switch
        {
            (true, null) => $"setup/goals/{missedDate.GoalId}",
            (true, _) => $"setup/goals/{missedDate.GoalId}/milestones",
            (_, null) => $"goals/{missedDate.GoalId}/reschedule?to={to:yyyy-MM-dd}",
            (_, { } stop) => $"goals/{missedDate.GoalId}/reschedule?stop={stop}&by={to:yyyy-MM-dd}",
        };

    /// <summary>Where tasks are dropped.</summary>
    public string DropAt(Schedule.MissedDate missedDate) =>
        Guided ? $"setup/goals/{missedDate.GoalId}/tasks" : $"goals/{missedDate.GoalId}/rescope";
}
