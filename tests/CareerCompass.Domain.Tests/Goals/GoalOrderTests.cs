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
    public void A_revision_keeps_the_weeks_and_an_edit_of_the_plan_leaves_them()
    {
        var task = goal.AddTask("One", 60, null);
        var first = Revision.RecordEdit(goal, null, Sample.Now)!;
        var week = IsoWeek.Monday(Sample.Today);
        var laidOut = Revision.RecordSealed(
            goal,
            first,
            null,
            Sample.Now,
            PlanSnapshot.AllocationsByTask([new TaskAllocation(goal.OwnerId, goal.Id, task.Id, week, 60, false)])
        );
        goal.AddTask("Two", 60, null);

        var edited = Revision.RecordEdit(goal, laidOut, Sample.Now)!;

        Assert.Equal(week, Assert.Single(edited.ReadSnapshot().Tasks[0].Allocations!).Week);
        var change = Assert.Single(PlanDiff.Between(first.ReadSnapshot(), laidOut.ReadSnapshot()));
        Assert.Equal((PlanChangeKind.TasksScheduled, null, (object?)week), (change.Kind, change.From, change.To));
    }

    [Fact]
    public void A_revision_of_the_first_schema_is_still_read() =>
        Assert.Null(
            System
                .Text.Json.JsonSerializer.Deserialize<PlanSnapshot.TaskSnapshot>(
                    $$"""{"Id":"{{Guid.Empty}}","Title":"One","Estimate":60,"MilestoneId":null,"DoneOn":null}"""
                )!
                .Allocations
        );
}
