using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class GoalTaskTests
{
    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void A_task_is_added_at_the_end()
    {
        var stop = goal.AddMilestone("First", Sample.Today.AddDays(7), Sample.Today);
        goal.AddTask("One", null, null);
        var two = goal.AddTask(" Two ", 90, stop.Id, " **now** ");

        Assert.Equal(["One", "Two"], goal.UntrashedTasks.Select(task => task.Title));
        Assert.Equal((90, stop.Id, "**now**"), (two.Estimate, two.MilestoneId, two.Notes));
        Assert.Equal((goal.Id, goal.OwnerId, false), (two.GoalId, two.OwnerId, two.IsDone));
    }

    [Fact]
    public void A_task_added_after_others_went_to_Trash_still_comes_last()
    {
        var one = goal.AddTask("One", null, null);
        var two = goal.AddTask("Two", null, null);
        two.Trash(Sample.Now);
        goal.AddTask("Three", null, null);
        two.Restore();
        one.Trash(Sample.Now);

        Assert.Equal(["Two", "Three"], goal.UntrashedTasks.Select(task => task.Title));
    }

    [Fact]
    public void A_task_can_be_rewritten()
    {
        var task = goal.AddTask("One", 60, null, "Notes");
        goal.EditTask(task, "Uno", null, null, " ");

        Assert.Equal(("Uno", null, null), (task.Title, task.Estimate, task.Notes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(60_001)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_absurd_estimate_is_refused(int minutes)
    {
        var task = goal.AddTask("One", 60_000, null);

        Sample.Refused("Estimate", () => goal.AddTask("Two", minutes, null));
        Sample.Refused("Estimate", () => goal.EditTask(task, "One", minutes, null, null));
        Assert.Equal(60_000, Assert.Single(goal.Tasks).Estimate);
    }

    [Fact]
    public void Texts_of_a_task_have_limits()
    {
        Sample.Refused("Title", () => goal.AddTask(" ", null, null));
        Sample.Refused("Title", () => goal.AddTask(new string('t', 201), null, null));
        Sample.Refused("Notes", () => goal.AddTask("One", null, null, new string('n', 20_001)));
        Assert.Empty(goal.Tasks);
        Assert.Equal(20_000, goal.AddTask(new string('t', 200), null, null, new string('n', 20_000)).Notes?.Length);
    }

    [Fact]
    public void A_task_leads_only_to_a_milestone_of_its_goal_that_is_not_in_Trash()
    {
        var task = goal.AddTask("One", null, null);
        var foreign = Sample.Goal().AddMilestone("Foreign", Sample.Today, Sample.Today).Id;
        var trashed = goal.AddMilestone("Trashed", Sample.Today, Sample.Today);
        trashed.Trash(Sample.Now);

        foreach (var id in new[] { foreign, trashed.Id, Guid.Empty })
        {
            Sample.Refused("MilestoneId", () => goal.AddTask("Two", null, id));
            Sample.Refused("MilestoneId", () => goal.EditTask(task, "One", null, id, null));
        }

        trashed.Restore();
        goal.EditTask(task, "One", null, trashed.Id, null);
        Assert.Equal(trashed.Id, task.MilestoneId);
    }

    [Fact]
    public void A_tick_is_kept_once()
    {
        var task = goal.AddTask("One", null, null);
        task.MarkDone(Sample.Today, Sample.Now);
        task.MarkDone(Sample.Today.AddDays(1), Sample.Now.AddDays(1));

        Assert.Equal((true, Sample.Today, Sample.Now), (task.IsDone, task.DoneOn, task.DoneAt));
    }

    [Fact]
    public void A_tick_can_be_taken_back()
    {
        var task = goal.AddTask("One", null, null);
        task.MarkNotDone();
        task.MarkDone(Sample.Today, Sample.Now);
        task.MarkNotDone();
        task.MarkNotDone();

        Assert.Equal((false, null, null), (task.IsDone, task.DoneOn, task.DoneAt));
    }

    [Fact]
    public void A_task_stays_in_Trash_since_it_first_went_there()
    {
        var task = goal.AddTask("One", null, null);
        task.Trash(Sample.Now);
        task.Trash(Sample.Now.AddDays(1));

        Assert.Equal(Sample.Now, task.TrashedAt);
        Assert.Empty(goal.UntrashedTasks);
        task.Restore();
        Assert.Equal(task, Assert.Single(goal.UntrashedTasks));
    }

    [Fact]
    public void A_task_comes_only_after_another_one_of_its_goal()
    {
        var (one, two) = (goal.AddTask("One", null, null), goal.AddTask("Two", null, null));
        var order = new TaskDependency(two, one);

        Assert.Equal((goal.Id, two.Id, one.Id), (order.GoalId, order.TaskId, order.DependsOnId));
        Sample.Refused("After", () => _ = new TaskDependency(one, one));
        Sample.Refused("After", () => _ = new TaskDependency(one, Sample.Goal().AddTask("Foreign", null, null)));
    }
}
