using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class PlanDiffTests
{
    private readonly Goal goal = Sample.Goal();
    private readonly Milestone stop;
    private readonly PlanTask one,
        two;
    private readonly PlanSnapshot before;

    public PlanDiffTests()
    {
        stop = goal.AddMilestone("Stop", Sample.Today, Sample.Today);
        (one, two) = (goal.AddTask("One", 60, null), goal.AddTask("Two", 30, null));
        before = PlanSnapshot.From(goal);
    }

    [Fact]
    public void A_new_title_renames_the_goal()
    {
        goal.Edit("Lead", null, null, goal.Target, Sample.Today);

        Changed(PlanChangeKind.Renamed, ["Lead"], "Become a team lead", "Lead");
    }

    [Fact]
    public void A_new_target_moves_the_target()
    {
        var target = goal.Target;
        goal.Edit(goal.Title, null, null, Sample.Today.AddYears(1), Sample.Today);

        Changed(PlanChangeKind.TargetMoved, [], target, Sample.Today.AddYears(1));
    }

    [Fact]
    public void Pausing_tells_until_when()
    {
        goal.Pause(Sample.Today.AddDays(9), Sample.Reason, Sample.Today, Sample.Now);

        Changed(PlanChangeKind.StateChanged, [], GoalState.Active, Sample.Today.AddDays(9));
    }

    [Fact]
    public void Ending_tells_the_state()
    {
        goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now);

        Changed(PlanChangeKind.StateChanged, [], GoalState.Active, GoalState.Achieved);
    }

    [Fact]
    public void A_split_milestone_is_told_as_one_change_with_what_leads_to_its_first_half()
    {
        var (first, second) = (goal.AddTask("First", 60, stop.Id), goal.AddTask("Second", 60, stop.Id));
        var whole = PlanSnapshot.From(goal);
        goal.SplitMilestone(
            stop.Id,
            new("Half", Sample.Today.AddDays(3)),
            new("Stop", Sample.Today.AddDays(9)),
            new HashSet<Guid> { first.Id },
            Sample.Reason,
            Sample.Today,
            Sample.Now
        );

        var changes = PlanDiff.Between(whole, PlanSnapshot.From(goal));
        Assert.Equal(
            [PlanChangeKind.MilestoneSplit, PlanChangeKind.MilestoneMoved],
            changes.Select(change => change.Kind)
        );
        Assert.Equal(["Half", "First"], changes[0].Names);
        Assert.Equal(("Stop", Sample.Today.AddDays(3)), (changes[0].From, changes[0].To));
        Assert.NotNull(second.MilestoneId);
    }

    [Fact]
    public void New_milestones_are_told_together()
    {
        goal.AddMilestone("Near", Sample.Today.AddDays(1), Sample.Today);
        goal.AddMilestone("Far", Sample.Today.AddDays(2), Sample.Today);

        Changed(PlanChangeKind.MilestonesAdded, ["Near", "Far"]);
    }

    [Fact]
    public void A_milestone_in_Trash_is_dropped_and_back_again_is_added()
    {
        stop.Trash(Sample.Now);
        Changed(PlanChangeKind.MilestonesDropped, ["Stop"]);

        Assert.Equal(
            PlanChangeKind.MilestonesAdded,
            Assert.Single(PlanDiff.Between(PlanSnapshot.From(goal), before)).Kind
        );
    }

    [Fact]
    public void A_milestone_moves_to_another_date()
    {
        stop.Edit("Stop", Sample.Today.AddDays(5), Sample.Today);

        Changed(PlanChangeKind.MilestoneMoved, ["Stop"], Sample.Today, Sample.Today.AddDays(5));
    }

    [Fact]
    public void A_milestone_is_renamed()
    {
        stop.Edit("Halt", Sample.Today, Sample.Today);

        Changed(PlanChangeKind.MilestoneRenamed, ["Halt"], "Stop", "Halt");
    }

    [Fact]
    public void New_tasks_are_told_together()
    {
        goal.AddTask("Three", null, null);
        goal.AddTask("Four", 15, stop.Id);

        Changed(PlanChangeKind.TasksAdded, ["Three", "Four"]);
    }

    [Fact]
    public void Tasks_in_Trash_are_dropped()
    {
        two.Trash(Sample.Now);

        Changed(PlanChangeKind.TasksDropped, ["Two"]);
    }

    [Fact]
    public void Tasks_that_lead_elsewhere_are_told_with_their_milestone()
    {
        goal.EditTask(one, "One", 60, stop.Id, null);
        goal.EditTask(two, "Two", 30, stop.Id, null);
        Changed(PlanChangeKind.TasksMoved, ["One", "Two"], null, "Stop");

        var back = Assert.Single(PlanDiff.Between(PlanSnapshot.From(goal), before));
        Assert.Equal((PlanChangeKind.TasksMoved, null), (back.Kind, back.To));
    }

    [Fact]
    public void New_estimates_are_summed_up()
    {
        goal.EditTask(one, "One", 90, null, null);
        goal.EditTask(two, "Two", null, null, null);

        Changed(PlanChangeKind.TasksReestimated, ["One", "Two"], 90, 90);
    }

    [Fact]
    public void Tasks_are_renamed()
    {
        goal.EditTask(two, "Zwei", 30, null, "New notes are no change of the route");

        Changed(PlanChangeKind.TasksRenamed, ["Zwei"]);
    }

    [Fact]
    public void Tasks_are_put_in_another_order()
    {
        goal.MoveTask(two, up: true);

        Changed(PlanChangeKind.TasksReordered, []);
    }

    [Fact]
    public void Coming_and_going_of_other_tasks_is_no_new_order()
    {
        goal.AddTask("Three", null, null);
        one.Trash(Sample.Now);

        Assert.Equal(
            [PlanChangeKind.TasksAdded, PlanChangeKind.TasksDropped],
            PlanDiff.Between(before, PlanSnapshot.From(goal)).Select(change => change.Kind)
        );
    }

    [Fact]
    public void Ticks_and_reached_milestones_are_no_change()
    {
        one.MarkDone(Sample.Today, Sample.Now);
        stop.MarkReached(Sample.Today);

        Assert.Empty(PlanDiff.Between(before, PlanSnapshot.From(goal)));
    }

    private void Changed(PlanChangeKind kind, string[] names, object? from = null, object? to = null)
    {
        var change = Assert.Single(PlanDiff.Between(before, PlanSnapshot.From(goal)));

        Assert.Equal((kind, from, to), (change.Kind, change.From, change.To));
        Assert.Equal(names, change.Names);
    }
}
