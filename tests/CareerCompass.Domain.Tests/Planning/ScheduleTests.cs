using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class ScheduleTests
{
    private static readonly DateOnly Monday = IsoWeek.Monday(Sample.Today);

    [Fact]
    public void Tasks_fill_the_weeks_in_their_order_and_may_span_them()
    {
        var (one, two) = (ScheduleScenarios.Task("One", 400), ScheduleScenarios.Task("Two", 100));

        var schedule = Schedule.Create(ScheduleScenarios.Plan(300, ScheduleScenarios.Goal(one, two)));

        Assert.Equal(
            [(one.Id, Monday, 300), (one.Id, Monday.AddDays(7), 100), (two.Id, Monday.AddDays(7), 100)],
            schedule.Allocations.Select(allocation => (allocation.TaskId, allocation.Week, allocation.Minutes))
        );
        Assert.Equal([(300, 300), (300, 200)], schedule.Weeks.Take(2).Select(week => (week.Capacity, week.Load)));
    }

    [Fact]
    public void The_goal_that_comes_first_takes_its_hours_first()
    {
        var (first, second) = (
            ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 300)),
            ScheduleScenarios.Goal(ScheduleScenarios.Task("Two", 300))
        );

        Assert.Equal(
            [first.Id, second.Id],
            Schedule
                .Create(ScheduleScenarios.Plan(300, first, second))
                .Allocations.Select(allocation => allocation.GoalId)
        );
        Assert.Equal(
            [second.Id, first.Id],
            Schedule
                .Create(ScheduleScenarios.Plan(300, second, first))
                .Allocations.Select(allocation => allocation.GoalId)
        );
    }

    [Fact]
    public void What_leads_to_an_earlier_milestone_comes_first_and_so_does_what_it_waits_for()
    {
        var stop = new SchedulableMilestone(Guid.CreateVersion7(), "Soon", Monday.AddDays(30));
        var (other, before) = (ScheduleScenarios.Task("Other", 300), ScheduleScenarios.Task("Before", 300));
        var urgent = ScheduleScenarios.Task("Urgent", 300, before) with { MilestoneId = stop.Id };

        var schedule = Schedule.Create(
            ScheduleScenarios.Plan(300, ScheduleScenarios.Goal(other, before, urgent) with { Milestones = [stop] })
        );

        Assert.Equal([before.Id, urgent.Id, other.Id], schedule.Allocations.Select(allocation => allocation.TaskId));
    }

    [Fact]
    public void Tasks_that_wait_for_each_other_are_refused_by_name()
    {
        var (one, two, three) = (
            ScheduleScenarios.Task("One", 60),
            ScheduleScenarios.Task("Two", 60),
            ScheduleScenarios.Task("Three", 60)
        );
        var goal = ScheduleScenarios.Goal(
            one with
            {
                DependsOn = [three.Id],
            },
            two with
            {
                DependsOn = [one.Id],
            },
            three with
            {
                DependsOn = [two.Id],
            },
            ScheduleScenarios.Task("Four", 60, three)
        );

        var refused = Assert.Throws<DomainRuleException>(() => Schedule.Create(ScheduleScenarios.Plan(300, goal)));

        Assert.Equal("“One” → “Two” → “Three” → “One”", Assert.Single(refused.Arguments));
    }

    [Fact]
    public void A_chain_of_ten_thousand_is_no_trouble()
    {
        var tasks = Enumerable.Range(0, 10_000).Select(at => ScheduleScenarios.Task($"Task {at}", 10)).ToList();
        var goal = ScheduleScenarios.Goal([
            .. tasks.Select((task, at) => at == 0 ? task : task with { DependsOn = [tasks[at - 1].Id] }),
        ]);

        Assert.Equal(
            tasks.Select(task => task.Id),
            Schedule
                .Create(ScheduleScenarios.Plan(6000, goal))
                .Allocations.Select(allocation => allocation.TaskId)
                .Distinct()
        );
        Assert.Throws<DomainRuleException>(() =>
            Schedule.Create(
                ScheduleScenarios.Plan(
                    6000,
                    goal with
                    {
                        Tasks = [goal.Tasks[0] with { DependsOn = [tasks[^1].Id] }, .. goal.Tasks.Skip(1)],
                    }
                )
            )
        );
    }

    [Fact]
    public void Of_the_first_week_only_the_days_that_are_left_count()
    {
        // From Wednesday: five of seven days, 214 minutes, rounded to quarters of an hour
        var schedule = Schedule.Create(
            ScheduleScenarios.Plan(300, ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 500))) with
            {
                Today = Monday.AddDays(2),
            }
        );

        Assert.Equal([210, 290], schedule.Allocations.Select(allocation => allocation.Minutes));
    }

    [Fact]
    public void A_day_off_takes_a_seventh_of_its_week_and_a_week_off_all_of_it()
    {
        var plan = ScheduleScenarios.Plan(350, ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 600))) with
        {
            DaysOff = [new(Monday.AddDays(7), Monday.AddDays(14)), new(Monday.AddDays(10), Monday.AddDays(12))],
        };

        Assert.Equal(
            [(Monday, 350), (Monday.AddDays(14), 250)],
            Schedule.Create(plan).Allocations.Select(allocation => (allocation.Week, allocation.Minutes))
        );
    }

    [Fact]
    public void A_paused_goal_begins_in_the_first_whole_week_after_its_pause()
    {
        var goal = ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 60));

        Assert.Equal(
            Monday.AddDays(14),
            Schedule
                .Create(ScheduleScenarios.Plan(300, goal with { EarliestStart = Monday.AddDays(9) }))
                .Allocations[0]
                .Week
        );
        Assert.Equal(
            Monday.AddDays(7),
            Schedule
                .Create(ScheduleScenarios.Plan(300, goal with { EarliestStart = Monday.AddDays(7) }))
                .Allocations[0]
                .Week
        );
    }

    [Fact]
    public void What_is_pinned_may_overfill_a_week_and_is_reported()
    {
        var task = ScheduleScenarios.Task("One", 400) with { PinnedWeek = Monday };

        var week = Assert.Single(
            Schedule
                .Create(ScheduleScenarios.Plan(300, ScheduleScenarios.Goal(ScheduleScenarios.Task("Two", 10), task)))
                .OverloadedWeeks
        );

        Assert.Equal((Monday, 300, 400), (week.Monday, week.Capacity, week.Load));
    }

    [Fact]
    public void A_milestone_is_met_when_the_days_until_then_have_room_for_its_tasks()
    {
        // Of 350 minutes a week, 50 a day: 100 minutes are done on Tuesday
        var stop = new SchedulableMilestone(Guid.CreateVersion7(), "Soon", Monday.AddDays(1));
        var goal = ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 100) with { MilestoneId = stop.Id }) with
        {
            Milestones = [stop],
        };
        SchedulableGoal Due(DateOnly date) => goal with { Milestones = [stop with { Date = date }] };

        Assert.Empty(Schedule.Create(ScheduleScenarios.Plan(350, goal)).MissedDates);
        Assert.Single(Schedule.Create(ScheduleScenarios.Plan(350, Due(Monday))).MissedDates);
        Assert.Equal(Monday.AddDays(1), Schedule.Create(ScheduleScenarios.Plan(350, goal)).Goals[goal.Id].End);
    }

    [Fact]
    public void What_does_not_fit_is_told_in_numbers_with_the_ways_out()
    {
        var stop = new SchedulableMilestone(Guid.CreateVersion7(), "Soon", Monday.AddDays(27));
        var goal = ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 1800) with { MilestoneId = stop.Id }) with
        {
            Milestones = [stop],
        };

        var plan = ScheduleScenarios.Plan(300, goal);
        var missedDate = Assert.Single(Schedule.Create(plan).MissedDates);

        Assert.Equal(
            ("Soon", 1800, 1200, 600),
            (missedDate.Title, missedDate.Needed, missedDate.Available, missedDate.ExcessMinutes)
        );
        Assert.Equal(
            (450, Monday.AddDays(41)),
            (Schedule.RequiredWeeklyMinutes(plan, missedDate), missedDate.FeasibleDate)
        );
    }

    [Fact]
    public void No_hours_help_a_date_that_has_passed()
    {
        var stop = new SchedulableMilestone(Guid.CreateVersion7(), "Gone", Monday.AddDays(-3));
        var goal = ScheduleScenarios.Goal(ScheduleScenarios.Task("One", 60) with { MilestoneId = stop.Id }) with
        {
            Milestones = [stop],
        };

        var plan = ScheduleScenarios.Plan(300, goal);
        var missedDate = Assert.Single(Schedule.Create(plan).MissedDates);

        Assert.Equal((60, 0, Monday.AddDays(1)), (missedDate.Needed, missedDate.Available, missedDate.FeasibleDate));
        Assert.Null(Schedule.RequiredWeeklyMinutes(plan, missedDate));
    }
}
