using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Pages.Schedules;

/// <param name="OnlyGoalId">The only goal that is listed; null for all.</param>
/// <param name="ExpandedWeeks">How many weeks are expanded at first.</param>
/// <param name="IsGuided">Whether remedies link to the steps of the guided setup.</param>
public sealed record ScheduleView(
    Forecaster Forecaster,
    Guid? OnlyGoalId = null,
    int ExpandedWeeks = 6,
    bool IsGuided = false
)
{
    public Schedule Schedule => Forecaster.Schedule;

    public DateOnly Today => Forecaster.Inputs.Today;

    /// <summary>By priority.</summary>
    public IReadOnlyDictionary<Guid, SchedulableGoal> Goals { get; } =
        Forecaster.Inputs.Plan.Goals.ToDictionary(goal => goal.Id);

    public IReadOnlyDictionary<Guid, SchedulableTask> Tasks { get; } =
        Forecaster.Inputs.Plan.Goals.SelectMany(goal => goal.Tasks).ToDictionary(task => task.Id);

    public ILookup<DateOnly, Schedule.Allocation> Allocations { get; } =
        Forecaster
            .Schedule.Allocations.Where(allocation => OnlyGoalId is null || allocation.GoalId == OnlyGoalId)
            .ToLookup(allocation => allocation.Week);

    public IReadOnlyList<Schedule.MissedDate> MissedDates { get; } =
    [.. Forecaster.Schedule.MissedDates.Where(missed => OnlyGoalId is null || missed.GoalId == OnlyGoalId)];

    public bool HasTasks => Tasks.Count > 0;

    public DateOnly ThisWeek => IsoWeek.Monday(Today);

    /// <summary>All near weeks, so that a task can be moved there; then those with tasks or without capacity.</summary>
    public IReadOnlyList<Schedule.Week> Weeks =>
        [
            .. Schedule.Weeks.Where(
                (week, index) =>
                    (OnlyGoalId is null && index <= Schedule.NearWeeks)
                    || Allocations.Contains(week.Monday)
                    || week.Capacity == 0
            ),
        ];

    /// <summary>The first week of each task.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> FirstWeeks { get; } = Forecaster.Schedule.FirstWeeks();

    public int? RequiredWeeklyMinutes(Schedule.MissedDate missedDate) =>
        Schedule.RequiredWeeklyMinutes(Forecaster.Inputs.Plan, missedDate);

    public string RaiseCapacityPath(Schedule.MissedDate missedDate, int weeklyMinutes)
    {
        var hours = Uri.EscapeDataString(Duration.Format(weeklyMinutes));
        return IsGuided ? $"setup/goals/{missedDate.GoalId}/hours?hours={hours}" : "settings/hours";
    }

    /// <summary>A milestone's new date shifts the whole plan by as many days.</summary>
    public string MoveDatePath(Schedule.MissedDate missedDate, DateOnly to) =>
        (IsGuided, missedDate.MilestoneId) switch
        {
            (true, null) => $"setup/goals/{missedDate.GoalId}",
            (true, _) => $"setup/goals/{missedDate.GoalId}/milestones",
            (_, null) => $"goals/{missedDate.GoalId}/reschedule?to={to:yyyy-MM-dd}",
            (_, { } milestone) => $"goals/{missedDate.GoalId}/reschedule?stop={milestone}&by={to:yyyy-MM-dd}",
        };

    public string DropTasksPath(Schedule.MissedDate missedDate) =>
        IsGuided ? $"setup/goals/{missedDate.GoalId}/tasks" : $"goals/{missedDate.GoalId}/rescope";
}
