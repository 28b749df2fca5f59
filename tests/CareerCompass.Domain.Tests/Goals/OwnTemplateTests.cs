using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class OwnTemplateTests
{
    [Fact]
    public void A_goal_becomes_a_template_that_makes_the_same_plan_again()
    {
        var goal = Some.Goal(Some.Today.AddDays(100));
        var half = goal.AddMilestone("Half-way", Some.Today.AddDays(51), Some.Today);
        var gone = goal.AddMilestone("Dropped", Some.Today.AddDays(60), Some.Today);
        var late = goal.AddTask("Late", 45, half.Id, "With *notes*");
        var early = goal.AddTask("Early", null, gone.Id);
        gone.Trash(Some.Now);
        early.MarkDone(Some.Today, Some.Now);
        goal.AddTask("Dropped", 5, null).Trash(Some.Now);

        var template = new PersonalTemplate(goal, " My way ", [new TaskDependency(late, early)], Some.Now);
        var plan = template.ReadTemplate();

        Assert.Equal(("My way", "My way", goal.Title), (template.Title, plan.Title, plan.Goal));
        Assert.Empty(plan.Validate());
        var start = new DateOnly(2028, 2, 1);
        var again = new Goal(goal.OwnerId, plan.Goal, null, null, plan.TargetFrom(start), start);
        var order = Assert.Single(plan.ApplyTo(again, start));
        Assert.Equal(start.AddDays(100), again.Target);
        Assert.Equal(("Half-way", start.AddDays(51)), (again.UntrashedMilestones.Single().Title, again.UntrashedMilestones.Single().Date));

        // What comes first stands first
        Assert.Equal(["Early", "Late"], again.UntrashedTasks.Select(task => task.Title));
        Assert.Equal([null, 45], again.UntrashedTasks.Select(task => task.Estimate));
        Assert.Equal([null, again.Milestones[0].Id], again.UntrashedTasks.Select(task => task.MilestoneId));
        Assert.All(again.Tasks, task => Assert.False(task.IsDone));
        Assert.Equal((again.Tasks[1].Id, again.Tasks[0].Id), (order.TaskId, order.DependsOnId));
    }

    [Fact]
    public void Milestones_before_the_start_or_after_the_target_are_pulled_in()
    {
        var goal = Some.Goal(Some.Today.AddDays(10));
        goal.AddMilestone("Long ago", Some.Today.AddDays(-30), Some.Today);
        goal.AddMilestone("Too late", Some.Today.AddDays(90), Some.Today);

        Assert.Equal([1, 10], new PersonalTemplate(goal, "T", [], Some.Now).ReadTemplate().Milestones.Select(templateMilestone => templateMilestone.Offset));
    }

    [Fact]
    public void A_goal_that_is_too_large_is_refused()
    {
        var goal = Some.Goal();
        for (var task = 0; task <= GoalTemplate.MaxTasks; task++)
        {
            goal.AddTask($"Task {task}", 1, null);
        }

        Some.Refused("", () => _ = new PersonalTemplate(goal, "T", [], Some.Now));
        Some.Refused("Title", () => _ = new PersonalTemplate(Some.Goal(), " ", [], Some.Now));
    }
}
