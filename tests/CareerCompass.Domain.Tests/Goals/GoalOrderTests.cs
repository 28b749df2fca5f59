using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Goals;

public class GoalOrderTests
{
    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void A_task_comes_after_others_of_its_goal_and_no_longer_after_those_left_out()
    {
        var (one, two, three) = (
            goal.AddTask("One", null, null),
            goal.AddTask("Two", null, null),
            goal.AddTask("Three", null, null)
        );
        var orders = goal.SetDependencies(three, new HashSet<Guid> { one.Id }, []).Added;

        var (gone, come) = goal.SetDependencies(three, new HashSet<Guid> { two.Id }, orders);

        Assert.Equal(one.Id, Assert.Single(gone).DependsOnId);
        Assert.Equal(two.Id, Assert.Single(come).DependsOnId);
    }

    [Fact]
    public void Tasks_that_would_wait_for_each_other_are_refused_with_the_circle_named()
    {
        var (one, two) = (goal.AddTask("One", null, null), goal.AddTask("Two", null, null));
        var orders = goal.SetDependencies(two, new HashSet<Guid> { one.Id }, []).Added;

        var refused = Assert.Throws<DomainRuleException>(() =>
            goal.SetDependencies(one, new HashSet<Guid> { two.Id }, orders)
        );

        Assert.Equal(("After", "“One” → “Two” → “One”"), (refused.Field, Assert.Single(refused.Arguments)));
    }

    [Fact]
    public void A_task_of_another_goal_or_itself_is_refused()
    {
        var one = goal.AddTask("One", null, null);

        Sample.Refused("After", () => goal.SetDependencies(one, new HashSet<Guid> { Guid.NewGuid() }, []));
        Sample.Refused("After", () => goal.SetDependencies(one, new HashSet<Guid> { one.Id }, []));
    }

    [Fact]
    public void Goals_move_up_and_down_and_new_ones_stand_last()
    {
        var (first, second, third) = (Sample.Goal(), Sample.Goal(), Sample.Goal());

        Assert.True(third.Move([first, second, third], up: true));
        Assert.False(first.Move([first, third, second], up: true));
        var all = new[] { first, second, third, Sample.Goal() };
        Assert.Equal([first, third, second, all[3]], all.OrderBy(goal => goal.Priority));
    }

    [Fact]
    public void A_revision_keeps_pins()
    {
        var task = goal.AddTask("One", 60, null);
        var first = Revision.RecordEdit(goal, null, Sample.Now)!;
        var before = first.ReadSnapshot();

        goal.PinTask(task, Sample.Today, Sample.Today);
        var pinned = PlanSnapshot.From(goal);

        var change = Assert.Single(PlanDiff.Between(before, pinned));
        Assert.Equal((PlanChangeKind.TasksPinned, (object?)IsoWeek.Monday(Sample.Today)), (change.Kind, change.To));
        Assert.Null(Assert.Single(PlanDiff.Between(pinned, before)).To);
    }

    [Fact]
    public void Only_an_open_task_can_be_pinned_to_a_week_from_this_one_on()
    {
        var (open, done) = (goal.AddTask("Open", 60, null), goal.AddTask("Done", 60, null));
        done.MarkDone(Sample.Today, Sample.Now);

        Sample.Refused("", () => goal.PinTask(done, Sample.Today, Sample.Today));
        Sample.Refused("", () => goal.PinTask(open, IsoWeek.Monday(Sample.Today).AddDays(-1), Sample.Today));
        Sample.Refused("", () => goal.PinTask(open, Sample.Today.AddYears(10).AddDays(1), Sample.Today));
        goal.PinTask(open, IsoWeek.Monday(Sample.Today).AddDays(6), Sample.Today);
        Assert.Equal(IsoWeek.Monday(Sample.Today), open.PinnedWeek);
        goal.PinTask(open, null, Sample.Today);
        Assert.Null(open.PinnedWeek);
    }

    [Fact]
    public void A_revision_with_the_stored_schedule_of_earlier_versions_is_still_read()
    {
        var task = System.Text.Json.JsonSerializer.Deserialize<PlanSnapshot.TaskSnapshot>(
            $$"""
            {"Id":"{{Guid.Empty}}","Title":"One","Estimate":60,"MilestoneId":null,"DoneOn":null,
            "Allocations":[{"Week":"2026-06-01","Minutes":60,"IsPinned":true}]}
            """
        )!;

        Assert.Equal(("One", null), (task.Title, task.PinnedWeek));
    }
}
