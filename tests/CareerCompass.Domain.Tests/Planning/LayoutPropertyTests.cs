using System.Diagnostics;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

/// <summary>What holds of every lay-out.</summary>
public class LayoutPropertyTests
{
    [Fact]
    public void No_week_holds_more_than_fits_but_by_pins_and_what_was_taken_before() => LayoutPlans.Hold(plan =>
    {
        foreach (var week in Layout.Of(plan).Overfull)
        {
            var taken = plan.Taken.Where(taken => IsoWeek.Monday(taken.Week) == week.Monday).Sum(taken => taken.Minutes);
            Assert.Equal(week.Load, taken + week.Pinned);
        }
    });

    [Fact]
    public void The_load_of_a_week_is_what_lies_in_it() => LayoutPlans.Hold(plan =>
    {
        var layout = Layout.Of(plan);
        foreach (var week in layout.Weeks)
        {
            var taken = plan.Taken.Where(taken => IsoWeek.Monday(taken.Week) == week.Monday).Sum(taken => taken.Minutes);
            Assert.Equal(week.Load, taken + layout.Parts.Where(part => part.Week == week.Monday).Sum(part => part.Minutes));
        }
    });

    [Fact]
    public void Every_task_has_all_its_minutes_placed_and_no_more_or_is_reported() => LayoutPlans.Hold(plan =>
    {
        var layout = Layout.Of(plan);
        foreach (var task in plan.Goals.SelectMany(goal => goal.Tasks))
        {
            var minutes = layout.Parts.Where(part => part.TaskId == task.Id).Sum(part => part.Minutes);
            var pinned = task.Pins.Where(pin => pin.Week >= IsoWeek.Monday(plan.Today)).Sum(pin => pin.Minutes);
            Assert.True(minutes == Math.Max(pinned, task.Estimate ?? Layout.Guess) || layout.Beyond.Contains(task.Id));
            Assert.Equal(task.Estimate is null, layout.Guessed.Contains(task.Id));
        }
    });

    [Fact]
    public void A_task_never_lies_before_the_end_of_what_it_comes_after_but_by_a_pin_that_is_reported() => LayoutPlans.Hold(plan =>
    {
        var layout = Layout.Of(plan);
        var parts = layout.Parts.ToLookup(part => part.TaskId);
        foreach (var task in plan.Goals.SelectMany(goal => goal.Tasks))
        {
            foreach (var end in task.After.SelectMany(before => parts[before]).Select(part => part.Week))
            {
                Assert.All(parts[task.Id], part => Assert.True(part.Week >= end || (part.Pinned && layout.Early.Contains(task.Id))));
            }
        }
    });

    [Fact]
    public void Pins_stay_where_they_are() => LayoutPlans.Hold(plan =>
    {
        var pins = plan.Goals.SelectMany(goal => goal.Tasks).SelectMany(task => task.Pins.Select(pin => (task.Id, pin.Week, pin.Minutes)))
            .Where(pin => pin.Week >= IsoWeek.Monday(plan.Today));
        Assert.Equal(pins.Order(), Layout.Of(plan).Parts.Where(part => part.Pinned).Select(part => (part.TaskId, part.Week, part.Minutes)).Order());
    });

    [Fact]
    public void A_task_that_comes_last_moves_no_other() => LayoutPlans.Hold((plan, random) =>
    {
        var last = plan.Goals[^1];
        var more = new LayoutTask(Guid.CreateVersion7(), "More", random.Next(1, 2000)) with { After = [.. last.Tasks.Where(_ => random.Next(5) == 0).Select(task => task.Id)] };

        var after = Layout.Of(plan with { Goals = [.. plan.Goals.SkipLast(1), last with { Tasks = [.. last.Tasks, more] }] });

        Assert.Equal(Layout.Of(plan).Parts, after.Parts.Where(part => part.TaskId != more.Id));
    });

    [Fact]
    public void More_hours_a_week_end_no_task_later() => LayoutPlans.Hold((plan, random) =>
    {
        var rows = plan.Capacities.Count > 0 ? plan.Capacities : [new(plan.Today, Person.FirstCapacity)];
        var more = Layout.Of(plan with { Capacities = [.. rows.Select(row => row with { Minutes = row.Minutes + random.Next(200) })] });
        var ends = Ends(more);

        Assert.All(Ends(Layout.Of(plan)), end => Assert.True(ends[end.Key] <= end.Value));
    });

    [Fact]
    public void Nothing_is_placed_in_a_week_that_is_off_or_of_a_pause_or_over() => LayoutPlans.Hold(plan =>
    {
        var pauses = plan.Goals.ToDictionary(goal => goal.Id, goal => goal.From ?? DateOnly.MinValue);
        bool IsOff(DateOnly day) => plan.Off.Any(off => off.First <= day && day <= off.Last);
        foreach (var part in Layout.Of(plan).Parts.Where(part => !part.Pinned))
        {
            Assert.True(part.Week >= pauses[part.GoalId] || pauses[part.GoalId] <= plan.Today);
            Assert.Contains(Enumerable.Range(0, 7).Select(part.Week.AddDays), day => day >= plan.Today && !IsOff(day));
        }
    });

    [Fact]
    public void A_milestone_is_missed_exactly_when_something_that_leads_there_ends_after_it() => LayoutPlans.Hold(plan =>
    {
        var layout = Layout.Of(plan);
        var ends = Ends(layout);
        foreach (var goal in plan.Goals)
        {
            foreach (var stop in goal.Milestones)
            {
                var late = goal.Tasks.Any(task => task.MilestoneId == stop.Id && (layout.Beyond.Contains(task.Id) || ends[task.Id].AddDays(6) > stop.Date));
                Assert.True(!late || layout.Misses.Any(miss => miss.MilestoneId == stop.Id));
            }

            Assert.Equal(
                goal.Tasks.Any(task => layout.Beyond.Contains(task.Id) || ends[task.Id].AddDays(6) > goal.Target),
                layout.Misses.Any(miss => miss.GoalId == goal.Id && miss.MilestoneId is null));
        }
    });

    [Fact]
    public void Each_way_out_makes_it_fit() => LayoutPlans.Hold(plan =>
    {
        foreach (var miss in Layout.Of(plan).Misses)
        {
            Assert.InRange(miss.Drop, 1, miss.Needed);
            if (miss.Raise is { } raise)
            {
                Assert.DoesNotContain(Layout.Of(Raised(plan, raise)).Misses, other => Same(miss, other));
                Assert.Contains(Layout.Of(Raised(plan, raise - 15)).Misses, other => Same(miss, other));
            }

            if (miss.Fits is { } date)
            {
                var moved = plan with { Goals = [.. plan.Goals.Select(goal => Moved(goal, miss, date))] };
                Assert.DoesNotContain(Layout.Of(moved).Misses, other => Same(miss, other) && miss.MilestoneId is null);
            }
        }
    }, 150);

    [Fact]
    public void The_same_plan_is_laid_out_the_same() => LayoutPlans.Hold(plan => Assert.Equal(Layout.Of(plan).Parts, Layout.Of(plan).Parts));

    [Fact]
    public void Ten_thousand_tasks_take_no_time_that_anybody_notices()
    {
        var goals = Enumerable.Range(0, 10).Select(_ => LayoutPlans.Goal([.. Enumerable.Range(0, 1000).Select(at => new LayoutTask(Guid.CreateVersion7(), $"Task {at}", 45))])).ToArray();
        goals = [.. goals.Select(goal => goal with { Tasks = [.. goal.Tasks.Select((task, at) => at % 3 == 0 ? task : task with { After = [goal.Tasks[at - 1].Id] })] })];
        var plan = LayoutPlans.Plan(1500, goals);
        Assert.Equal(10_000, Layout.Of(plan).Parts.Select(part => part.TaskId).Distinct().Count());

        // Many times what it takes, as the machine may be busy; far less than were it quadratic
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Time(plan)), 0, 1000);
    }

    private static long Time(LayoutPlan plan)
    {
        var watch = Stopwatch.StartNew();
        Layout.Of(plan);
        return watch.ElapsedMilliseconds;
    }

    private static Dictionary<Guid, DateOnly> Ends(Layout layout) => layout.Parts.GroupBy(part => part.TaskId)
        .ToDictionary(task => task.Key, task => layout.Beyond.Contains(task.Key) ? DateOnly.MaxValue.AddDays(-7) : task.Max(part => part.Week));

    private static bool Same(Layout.Miss one, Layout.Miss other) => one.GoalId == other.GoalId && one.MilestoneId == other.MilestoneId;

    private static LayoutPlan Raised(LayoutPlan plan, int now)
    {
        var rows = plan.Capacities.Count > 0 ? plan.Capacities : [new(plan.Today, Person.FirstCapacity)];
        var more = now - Capacity.On(rows, plan.Today);
        return plan with { Capacities = [.. rows.Select(row => row with { Minutes = row.Minutes + more })] };
    }

    private static LayoutGoal Moved(LayoutGoal goal, Layout.Miss miss, DateOnly date) => goal.Id != miss.GoalId ? goal
        : miss.MilestoneId is null ? goal with { Target = date } : goal;
}
