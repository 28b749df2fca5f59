using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class MoveTaskTests
{
    private readonly Goal goal = Sample.Goal();
    private readonly Milestone stop;
    private readonly PlanTask a,
        x,
        b,
        y,
        c;

    public MoveTaskTests()
    {
        stop = goal.AddMilestone("Stop", Sample.Today.AddDays(7), Sample.Today);
        (a, x, b, y, c) = (Add("a", null), Add("x", stop.Id), Add("b", null), Add("y", stop.Id), Add("c", null));
    }

    [Fact]
    public void A_task_moves_up_past_the_one_that_leads_to_the_same_milestone()
    {
        goal.MoveTask(c, up: true);
        Assert.Equal("a x c y b", Order());
        goal.MoveTask(y, up: true);
        Assert.Equal("a y c x b", Order());
    }

    [Fact]
    public void A_task_moves_down_past_the_one_that_leads_to_the_same_milestone()
    {
        goal.MoveTask(a, up: false);
        goal.MoveTask(x, up: false);

        Assert.Equal("b y a x c", Order());
    }

    [Fact]
    public void At_the_ends_of_its_group_a_task_stays()
    {
        goal.MoveTask(a, up: true);
        goal.MoveTask(x, up: true);
        goal.MoveTask(y, up: false);
        goal.MoveTask(c, up: false);

        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void Done_tasks_and_those_in_Trash_are_passed_over()
    {
        b.MarkDone(Sample.Today, Sample.Now);
        goal.MoveTask(c, up: true);
        Assert.Equal("c x b y a", Order());

        y.Trash(Sample.Now);
        goal.MoveTask(x, up: false);
        Assert.Equal("c x b a", Order());
    }

    [Fact]
    public void A_task_that_is_done_in_Trash_or_foreign_does_not_move()
    {
        b.MarkDone(Sample.Today, Sample.Now);
        y.Trash(Sample.Now);
        goal.MoveTask(b, up: true);
        goal.MoveTask(y, up: true);
        goal.MoveTask(Sample.Goal().AddTask("Foreign", null, null), up: true);
        y.Restore();

        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void Tasks_of_a_milestone_in_Trash_move_among_those_that_lead_to_none()
    {
        stop.Trash(Sample.Now);
        goal.MoveTask(x, up: true);

        Assert.Equal("x a b y c", Order());
    }

    [Fact]
    public void A_task_is_put_at_a_place_among_those_that_lead_to_the_same_milestone()
    {
        Assert.True(goal.MoveTaskTo(c, 0));
        Assert.Equal("c x a y b", Order());
        Assert.True(goal.MoveTaskTo(c, 2));
        Assert.Equal("a x b y c", Order());
        Assert.True(goal.MoveTaskTo(b, 1));
        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void Where_a_task_stands_is_where_it_can_be_put_back_to()
    {
        var from = goal.FindTaskPosition(a)!.Value;
        goal.MoveTaskTo(a, 2);
        Assert.Equal("b x c y a", Order());

        goal.MoveTaskTo(a, from);

        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void A_place_that_does_not_exist_is_refused_as_is_a_task_that_is_done_or_in_Trash()
    {
        b.MarkDone(Sample.Today, Sample.Now);
        y.Trash(Sample.Now);

        Assert.False(goal.MoveTaskTo(a, 2));
        Assert.False(goal.MoveTaskTo(a, -1));
        Assert.False(goal.MoveTaskTo(b, 0));
        Assert.False(goal.MoveTaskTo(y, 0));
        Assert.Null(goal.FindTaskPosition(b));
        Assert.Null(goal.FindTaskPosition(y));
        Assert.Null(goal.FindTaskPosition(Sample.Goal().AddTask("Foreign", null, null)));
        y.Restore();
        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void The_tasks_of_a_goal_that_has_ended_keep_their_order()
    {
        goal.Retire(new Rationale("No longer mine"), Sample.Today, Sample.Now);

        Assert.Throws<DomainRuleException>(() => goal.MoveTaskTo(c, 0));
        Assert.Throws<DomainRuleException>(() => goal.MoveTask(c, up: true));
    }

    private PlanTask Add(string title, Guid? milestoneId) => goal.AddTask(title, 60, milestoneId);

    private string Order() => string.Join(' ', goal.UntrashedTasks.Select(task => task.Title));
}
