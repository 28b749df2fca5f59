using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Persistence;

/// <summary>The tracked input of a schedule. Goals are unfinished and in the person's order.</summary>
public sealed record SchedulingData(
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<TaskAllocation> TaskAllocations,
    IReadOnlyList<TaskDependency> Dependencies,
    IReadOnlyList<DaySpan> TimeOff,
    IReadOnlyList<RecurringTask> RecurringTasks
)
{
    public IEnumerable<PlanTask> OpenTasks => Goals.SelectMany(OpenTasksOf);

    public static IEnumerable<PlanTask> OpenTasksOf(Goal goal) =>
        goal.UntrashedTasks.Where(task => !task.IsDone && task.RecurringTaskId is null);

    /// <summary>Open tasks of active goals that are allocated to past weeks only.</summary>
    public IReadOnlyList<PlanTask> FindOverdue(DateOnly today)
    {
        var last = TaskAllocations
            .GroupBy(taskAllocation => taskAllocation.TaskId)
            .ToDictionary(task => task.Key, task => task.Max(taskAllocation => taskAllocation.Week));
        return
        [
            .. Goals
                .Where(goal => goal.State == GoalState.Active)
                .SelectMany(OpenTasksOf)
                .Where(task => last.TryGetValue(task.Id, out var week) && week < IsoWeek.Monday(today)),
        ];
    }

    /// <param name="capacities">In order of time.</param>
    /// <param name="only">The only goal to schedule; the others keep their weeks. Null for all.</param>
    public ScheduleInputs ToScheduleInputs(IReadOnlyList<WeekMinutes> capacities, DateOnly today, Guid? only)
    {
        var after = Dependencies.ToLookup(order => order.TaskId, order => order.DependsOnId);
        var pins = TaskAllocations
            .Where(taskAllocation => taskAllocation.IsPinned)
            .ToLookup(
                taskAllocation => taskAllocation.TaskId,
                taskAllocation => new WeekMinutes(taskAllocation.Week, taskAllocation.Minutes)
            );
        var others = Goals
            .Where(goal => only is not null && goal.Id != only)
            .SelectMany(OpenTasksOf)
            .Select(task => task.Id)
            .ToHashSet();
        var active = Goals.Where(goal => goal.State == GoalState.Active).Select(goal => goal.Id).ToHashSet();
        return new ScheduleInputs
        {
            Today = today,
            Capacities = capacities,
            DaysOff = TimeOff,
            ReservedMinutes =
            [
                .. TaskAllocations
                    .Where(taskAllocation => others.Contains(taskAllocation.TaskId))
                    .Select(taskAllocation => new WeekMinutes(taskAllocation.Week, taskAllocation.Minutes)),
                .. RecurringTasks
                    .Where(recurringTask => recurringTask.Minutes is not null && active.Contains(recurringTask.GoalId))
                    .SelectMany(recurringTask =>
                        recurringTask
                            .OccurrenceDates(today, today.AddDays(7 * Schedule.MaxWeeks))
                            .Select(day => new WeekMinutes(IsoWeek.Monday(day), recurringTask.Minutes!.Value))
                    ),
            ],
            Goals =
            [
                .. Goals
                    .Where(goal => only is null || goal.Id == only)
                    .Select(goal => new SchedulableGoal(
                        goal.Id,
                        goal.Title,
                        goal.Target,
                        goal.PausedUntil,
                        [
                            .. goal.UntrashedMilestones.Select(stop => new SchedulableMilestone(
                                stop.Id,
                                stop.Title,
                                stop.Date
                            )),
                        ],
                        [
                            .. OpenTasksOf(goal)
                                .Select(task => new SchedulableTask(
                                    task.Id,
                                    task.Title,
                                    task.Estimate,
                                    task.MilestoneId,
                                    [.. after[task.Id]],
                                    [.. pins[task.Id]]
                                )),
                        ]
                    )),
            ],
        };
    }
}
