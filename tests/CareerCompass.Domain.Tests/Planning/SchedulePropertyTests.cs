using System.Diagnostics;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class SchedulePropertyTests
{
    [Fact]
    public void No_week_holds_more_than_fits_but_by_pins_and_what_was_taken_before() =>
        ScheduleScenarios.Hold(plan =>
        {
            foreach (var week in Schedule.Create(plan).OverloadedWeeks)
            {
                var taken = plan
                    .Goals.SelectMany(goal => goal.RecurringMinutes)
                    .Where(taken => IsoWeek.Monday(taken.Week) == week.Monday)
                    .Sum(taken => taken.Minutes);
                Assert.True(week.Load - taken - week.PinnedMinutes <= week.Capacity);
                Assert.True(taken + week.PinnedMinutes > 0);
            }
        });

    [Fact]
    public void The_load_of_a_week_is_what_lies_in_it() =>
        ScheduleScenarios.Hold(plan =>
        {
            var schedule = Schedule.Create(plan);
            foreach (var week in schedule.Weeks)
            {
                var taken = plan
                    .Goals.SelectMany(goal => goal.RecurringMinutes)
                    .Where(taken => IsoWeek.Monday(taken.Week) == week.Monday)
                    .Sum(taken => taken.Minutes);
                Assert.Equal(
                    week.Load,
                    taken
                        + schedule
                            .Allocations.Where(allocation => allocation.Week == week.Monday)
                            .Sum(allocation => allocation.Minutes)
                );
            }
        });

    [Fact]
    public void Every_task_has_all_its_minutes_placed_and_no_more_or_is_reported() =>
        ScheduleScenarios.Hold(plan =>
        {
            var schedule = Schedule.Create(plan);
            foreach (var task in plan.Goals.SelectMany(goal => goal.Tasks))
            {
                var minutes = schedule
                    .Allocations.Where(allocation => allocation.TaskId == task.Id)
                    .Sum(allocation => allocation.Minutes);
                Assert.True(minutes == task.RemainingMinutes || schedule.UnscheduledTaskIds.Contains(task.Id));
                Assert.Equal(task.Estimate is null, schedule.UnestimatedTaskIds.Contains(task.Id));
            }
        });

    [Fact]
    public void A_task_never_lies_before_the_end_of_what_it_comes_after_but_by_a_pin_that_is_reported() =>
        ScheduleScenarios.Hold(plan =>
        {
            var schedule = Schedule.Create(plan);
            var allocations = schedule.Allocations.ToLookup(allocation => allocation.TaskId);
            foreach (var task in plan.Goals.SelectMany(goal => goal.Tasks))
            {
                foreach (
                    var end in task
                        .DependsOn.SelectMany(before => allocations[before])
                        .Select(allocation => allocation.Week)
                )
                {
                    Assert.All(allocations[task.Id], allocation =>
                        Assert.True(
                            allocation.Week >= end
                                || (allocation.IsPinned && schedule.PinnedTooEarlyTaskIds.Contains(task.Id))
                        )
                    );
                }
            }
        });

    [Fact]
    public void Pins_stay_where_they_are() =>
        ScheduleScenarios.Hold(plan =>
        {
            var pins = plan
                .Goals.SelectMany(goal => goal.Tasks)
                .Where(task => task.PinnedWeek >= IsoWeek.Monday(plan.Today))
                .Select(task => (task.Id, task.PinnedWeek!.Value, task.RemainingMinutes));
            Assert.Equal(
                pins.Order(),
                Schedule
                    .Create(plan)
                    .Allocations.Where(allocation => allocation.IsPinned)
                    .Select(allocation => (allocation.TaskId, allocation.Week, allocation.Minutes))
                    .Order()
            );
        });

    [Fact]
    public void A_goal_of_lower_rank_never_delays_one_above_it_whatever_is_added_to_it() =>
        ScheduleScenarios.Hold(
            (plan, random) =>
            {
                var before = Schedule.Create(plan);
                var added = ScheduleScenarios.Goal(random, plan.Today);
                var after = Schedule.Create(plan with { Goals = [.. plan.Goals, added] });

                Assert.Equal(before.Allocations, after.Allocations.Where(allocation => allocation.GoalId != added.Id));
                Assert.All(plan.Goals, goal =>
                    Assert.Equal(
                        (before.Goals[goal.Id].End, before.Goals[goal.Id].Work),
                        (after.Goals[goal.Id].End, after.Goals[goal.Id].Work)
                    )
                );
            }
        );

    [Fact]
    public void A_goal_ends_on_the_day_of_its_last_task() =>
        ScheduleScenarios.Hold(plan =>
        {
            var schedule = Schedule.Create(plan);
            foreach (var goal in plan.Goals.Where(goal => goal.Tasks.Count > 0))
            {
                var end = schedule.Goals[goal.Id].End;
                Assert.Equal(goal.Tasks.Any(task => schedule.UnscheduledTaskIds.Contains(task.Id)), end is null);
                var ends = Ends(schedule);
                Assert.True(
                    end is null || IsoWeek.Monday(end.Value) == goal.Tasks.Max(task => ends.GetValueOrDefault(task.Id))
                );
            }
        });

    [Fact]
    public void A_task_that_comes_last_moves_no_other() =>
        ScheduleScenarios.Hold(
            (plan, random) =>
            {
                var last = plan.Goals[^1];
                var more = new SchedulableTask(Guid.CreateVersion7(), "More", random.Next(1, 2000)) with
                {
                    DependsOn = [.. last.Tasks.Where(_ => random.Next(5) == 0).Select(task => task.Id)],
                };

                var after = Schedule.Create(
                    plan with
                    {
                        Goals = [.. plan.Goals.SkipLast(1), last with { Tasks = [.. last.Tasks, more] }],
                    }
                );

                Assert.Equal(
                    Schedule.Create(plan).Allocations,
                    after.Allocations.Where(allocation => allocation.TaskId != more.Id)
                );
            }
        );

    [Fact]
    public void More_hours_a_week_end_no_task_later() =>
        ScheduleScenarios.Hold(
            (plan, random) =>
            {
                var rows = plan.Capacities.Count > 0 ? plan.Capacities : [new(plan.Today, Person.DefaultWeeklyMinutes)];
                var more = Schedule.Create(
                    plan with
                    {
                        Capacities = [.. rows.Select(row => row with { Minutes = row.Minutes + random.Next(200) })],
                    }
                );
                var ends = Ends(more);

                Assert.All(Ends(Schedule.Create(plan)), end => Assert.True(ends[end.Key] <= end.Value));
            }
        );

    [Fact]
    public void Nothing_is_placed_in_a_week_that_is_off_or_of_a_pause_or_over() =>
        ScheduleScenarios.Hold(plan =>
        {
            var pauses = plan.Goals.ToDictionary(goal => goal.Id, goal => goal.EarliestStart ?? DateOnly.MinValue);
            bool IsOff(DateOnly day) => plan.DaysOff.Any(off => off.First <= day && day <= off.Last);
            foreach (var allocation in Schedule.Create(plan).Allocations.Where(allocation => !allocation.IsPinned))
            {
                Assert.True(allocation.Week >= pauses[allocation.GoalId] || pauses[allocation.GoalId] <= plan.Today);
                Assert.Contains(Enumerable.Range(0, 7).Select(allocation.Week.AddDays), day =>
                    day >= plan.Today && !IsOff(day)
                );
            }
        });

    [Fact]
    public void A_milestone_is_missed_exactly_when_something_that_leads_there_ends_after_it() =>
        ScheduleScenarios.Hold(plan =>
        {
            var schedule = Schedule.Create(plan);
            var ends = Ends(schedule);
            foreach (var goal in plan.Goals)
            {
                foreach (var stop in goal.Milestones)
                {
                    // A task ends in its last week, at the latest on its Sunday
                    bool IsAfter(SchedulableTask task, int days) =>
                        task.MilestoneId == stop.Id
                        && (schedule.UnscheduledTaskIds.Contains(task.Id) || ends[task.Id].AddDays(days) > stop.Date);
                    Assert.True(!goal.Tasks.Any(task => IsAfter(task, 0)) || IsMissed(schedule, goal, stop.Id));
                }

                Assert.Equal(
                    goal.Tasks.Count > 0 && !(schedule.Goals[goal.Id].End <= goal.Target),
                    IsMissed(schedule, goal, null)
                );
            }
        });

    [Fact]
    public void Each_way_out_makes_it_fit() =>
        ScheduleScenarios.Hold(
            plan =>
            {
                foreach (var missedDate in Schedule.Create(plan).MissedDates)
                {
                    Assert.InRange(missedDate.ExcessMinutes, 1, missedDate.Needed);
                    if (Schedule.RequiredWeeklyMinutes(plan, missedDate) is { } required)
                    {
                        bool IsMissedAt(int minutes) =>
                            Schedule.Create(Raised(plan, minutes)).MissedDates.Any(other => Same(missedDate, other));
                        Assert.False(IsMissedAt(required));
                        Assert.True(IsMissedAt(required - 15));
                    }

                    if (missedDate.FeasibleDate is { } date)
                    {
                        var moved = plan with { Goals = [.. plan.Goals.Select(goal => Moved(goal, missedDate, date))] };
                        Assert.DoesNotContain(Schedule.Create(moved).MissedDates, other =>
                            Same(missedDate, other) && missedDate.MilestoneId is null
                        );
                    }
                }
            },
            150
        );

    [Fact]
    public void The_same_plan_is_laid_out_the_same() =>
        ScheduleScenarios.Hold(plan =>
            Assert.Equal(Schedule.Create(plan).Allocations, Schedule.Create(plan).Allocations)
        );

    [Fact]
    public void Ten_thousand_tasks_take_no_time_that_anybody_notices()
    {
        var goals = Enumerable
            .Range(0, 10)
            .Select(_ =>
                ScheduleScenarios.Goal([
                    .. Enumerable
                        .Range(0, 1000)
                        .Select(at => new SchedulableTask(Guid.CreateVersion7(), $"Task {at}", 45)),
                ])
            )
            .ToArray();
        goals =
        [
            .. goals.Select(goal =>
                goal with
                {
                    Tasks =
                    [
                        .. goal.Tasks.Select(
                            (task, at) => at % 3 == 0 ? task : task with { DependsOn = [goal.Tasks[at - 1].Id] }
                        ),
                    ],
                }
            ),
        ];
        var plan = ScheduleScenarios.Plan(1500, goals);
        Assert.Equal(
            10_000,
            Schedule.Create(plan).Allocations.Select(allocation => allocation.TaskId).Distinct().Count()
        );

        // Generous for a busy machine, but far less than quadratic time
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Time(plan)), 0, 1000);
    }

    private static long Time(ScheduleInputs plan)
    {
        var monitor = Stopwatch.StartNew();
        Schedule.Create(plan);
        return monitor.ElapsedMilliseconds;
    }

    private static Dictionary<Guid, DateOnly> Ends(Schedule schedule) =>
        schedule
            .Allocations.GroupBy(allocation => allocation.TaskId)
            .ToDictionary(
                task => task.Key,
                task =>
                    schedule.UnscheduledTaskIds.Contains(task.Key)
                        ? DateOnly.MaxValue.AddDays(-7)
                        : task.Max(allocation => allocation.Week)
            );

    private static bool IsMissed(Schedule schedule, SchedulableGoal goal, Guid? milestoneId) =>
        schedule.MissedDates.Any(missed => missed.GoalId == goal.Id && missed.MilestoneId == milestoneId);

    private static bool Same(Schedule.MissedDate one, Schedule.MissedDate other) =>
        one.GoalId == other.GoalId && one.MilestoneId == other.MilestoneId;

    private static ScheduleInputs Raised(ScheduleInputs plan, int minutes) =>
        plan.WithMoreCapacity(
            minutes - Capacity.WeeklyMinutesOn(plan.Capacities, IsoWeek.Monday(plan.Today).AddDays(6))
        );

    private static SchedulableGoal Moved(SchedulableGoal goal, Schedule.MissedDate missedDate, DateOnly date) =>
        goal.Id != missedDate.GoalId ? goal
        : missedDate.MilestoneId is null ? goal with { Target = date }
        : goal;
}
