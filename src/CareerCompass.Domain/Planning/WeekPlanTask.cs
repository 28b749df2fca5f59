namespace CareerCompass.Domain.Planning;

/// <summary>A task that the person committed to for a week. Kept when the week begins or the weekly review ends; an open
/// one that was to be finished in a past week is left over.</summary>
public sealed class WeekPlanTask : OwnedEntity
{
    private WeekPlanTask() { }

    public WeekPlanTask(Guid ownerId, Schedule.Allocation allocation, bool isToBeFinished)
        : base(ownerId) =>
        (GoalId, TaskId, Week, Minutes, IsToBeFinished) = (
            allocation.GoalId,
            allocation.TaskId,
            IsoWeek.Monday(allocation.Week),
            Limits.CheckMinutes(allocation.Minutes, Limits.MaxEstimateMinutes, nameof(Minutes)),
            isToBeFinished
        );

    public Guid GoalId { get; private set; }

    public Guid TaskId { get; private set; }

    public DateOnly Week { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>False for a task that continues in later weeks.</summary>
    public bool IsToBeFinished { get; private set; }

    /// <summary>The plan of a week: the tasks that the schedule has in it.</summary>
    public static IReadOnlyList<WeekPlanTask> For(Guid ownerId, Schedule schedule, DateOnly week)
    {
        var continued = schedule
            .Allocations.Where(allocation => allocation.Week > week)
            .Select(allocation => allocation.TaskId)
            .Concat(schedule.UnscheduledTaskIds)
            .ToHashSet();
        return
        [
            .. schedule
                .Allocations.Where(allocation => allocation.Week == IsoWeek.Monday(week))
                .Select(allocation => new WeekPlanTask(ownerId, allocation, !continued.Contains(allocation.TaskId))),
        ];
    }

    /// <summary>The Monday of the week that a review on a day plans for: from Friday on, the next week.</summary>
    public static DateOnly WeekPlannedOn(DateOnly day) => IsoWeek.Monday(day.AddDays(3));
}
