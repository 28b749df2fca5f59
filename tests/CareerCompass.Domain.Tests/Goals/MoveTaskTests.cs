using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class MoveTaskTests
{
    private readonly Goal goal = Some.Goal();
    private readonly Milestone stop;
    private readonly PlanTask a, x, b, y, c;

    public MoveTaskTests()
    {
        stop = goal.AddMilestone("Stop", Some.Today.AddDays(7), Some.Today);
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
        b.Tick(Some.Today, Some.Now);
        goal.MoveTask(c, up: true);
        Assert.Equal("c x b y a", Order());

        y.Trash(Some.Now);
        goal.MoveTask(x, up: false);
        Assert.Equal("c x b a", Order());
    }

    [Fact]
    public void A_task_that_is_done_in_Trash_or_foreign_does_not_move()
    {
        b.Tick(Some.Today, Some.Now);
        y.Trash(Some.Now);
        goal.MoveTask(b, up: true);
        goal.MoveTask(y, up: true);
        goal.MoveTask(Some.Goal().AddTask("Foreign", null, null), up: true);
        y.Restore();

        Assert.Equal("a x b y c", Order());
    }

    [Fact]
    public void Tasks_of_a_milestone_in_Trash_move_among_those_that_lead_to_none()
    {
        stop.Trash(Some.Now);
        goal.MoveTask(x, up: true);

        Assert.Equal("x a b y c", Order());
    }

    private PlanTask Add(string title, Guid? milestoneId) => goal.AddTask(title, 60, milestoneId);

    private string Order() => string.Join(' ', goal.LivingTasks.Select(task => task.Title));
}
