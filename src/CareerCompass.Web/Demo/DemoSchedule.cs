using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Demo.Stories;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Demo;

/// <summary>Recurring tasks, upcoming time off, and the schedule as of this week's Monday.</summary>
internal static class DemoSchedule
{
    public static IEnumerable<OwnedEntity> Rows(
        IReadOnlyList<OwnedEntity> year,
        Person person,
        IReadOnlyList<Capacity> capacities,
        DateTime now
    )
    {
        var (today, owner) = (person.Today(now), person.Id);
        var monday = IsoWeek.Monday(today);
        var off = new TimeOff(owner, monday.AddDays(35), monday.AddDays(44), "Hiking in the Allgäu");
        var goals = year.OfType<Goal>()
            .Where(goal => goal.State is GoalState.Active or GoalState.Paused)
            .OrderBy(goal => goal.Id)
            .ToList();
        List<RecurringTask> recurringTasks =
        [
            .. goals
                .Where(goal => goal.Title == GermanStory.Goal.Title)
                .Select(goal => new RecurringTask(
                    owner,
                    goal.Id,
                    "Practise with my tandem partner",
                    "FREQ=WEEKLY;BYDAY=TU,TH",
                    monday.AddDays(-56),
                    null,
                    45
                )),
            .. goals
                .Where(goal => goal.Title == LeadStory.Goal.Title)
                .Select(goal => new RecurringTask(
                    owner,
                    goal.Id,
                    "Call my mentor",
                    "FREQ=MONTHLY;BYDAY=1MO",
                    monday.AddDays(-150),
                    null,
                    30
                )),
        ];
        var board = new SchedulingData(goals, [], [], [new(off.FirstDay, off.LastDay)], recurringTasks);
        var schedule = Schedule.Create(
            board.ToScheduleInputs(
                [.. capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))],
                monday,
                null
            )
        );
        var taskAllocations = schedule
            .Allocations.Select(allocation => new TaskAllocation(
                owner,
                allocation.GoalId,
                allocation.TaskId,
                allocation.Week,
                allocation.Minutes,
                false
            ))
            .ToList();
        var allocationSnapshots = Domain.Goals.PlanSnapshot.AllocationsByTask(taskAllocations);
        var latest = year.OfType<Revision>()
            .GroupBy(revision => revision.GoalId)
            .ToDictionary(goal => goal.Key, goal => goal.MaxBy(revision => revision.Number));
        var revisions = goals
            .Where(goal => taskAllocations.Exists(row => row.GoalId == goal.Id))
            .Select(goal =>
                Revision.RecordSealed(goal, latest.GetValueOrDefault(goal.Id), null, now, allocationSnapshots)
            );
        return
        [
            off,
            .. recurringTasks,
            .. recurringTasks.Select(row => row.CreateFirstOccurrence(today, 99)).OfType<PlanTask>(),
            .. taskAllocations,
            .. revisions,
        ];
    }
}
