using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Goals;

public class PersonalTemplateTests
{
    [Fact]
    public void A_goal_becomes_a_template_that_makes_the_same_plan_again()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(100));
        var half = goal.AddMilestone("Halfway", Sample.Today.AddDays(51), Sample.Today);
        var gone = goal.AddMilestone("Dropped", Sample.Today.AddDays(60), Sample.Today);
        var late = goal.AddTask("Late", 45, half.Id, "With *notes*");
        var early = goal.AddTask("Early", null, gone.Id);
        gone.Trash(Sample.Now);
        early.MarkDone(Sample.Today, Sample.Now);
        goal.AddTask("Dropped", 5, null).Trash(Sample.Now);

        var template = new PersonalTemplate(goal, " My way ", [new TaskDependency(late, early)], [], Sample.Now);
        var plan = template.ReadTemplate();

        Assert.Equal(("My way", "My way", goal.Title), (template.Title, plan.Title, plan.Goal));
        Assert.Empty(plan.Validate());
        var start = new DateOnly(2028, 2, 1);
        var again = new Goal(goal.OwnerId, plan.Goal, null, null, plan.TargetFrom(start), start);
        var order = Assert.Single(plan.ApplyTo(again, start).Dependencies);
        Assert.Equal(start.AddDays(100), again.Target);
        Assert.Equal(
            ("Halfway", start.AddDays(51)),
            (again.UntrashedMilestones.Single().Title, again.UntrashedMilestones.Single().Date)
        );

        // Prerequisites come first
        Assert.Equal(["Early", "Late"], again.UntrashedTasks.Select(task => task.Title));
        Assert.Equal([null, 45], again.UntrashedTasks.Select(task => task.Estimate));
        Assert.Equal([null, again.Milestones[0].Id], again.UntrashedTasks.Select(task => task.MilestoneId));
        Assert.All(again.Tasks, task => Assert.False(task.IsDone));
        Assert.Equal((again.Tasks[1].Id, again.Tasks[0].Id), (order.TaskId, order.DependsOnId));
    }

    [Fact]
    public void Milestones_before_the_start_or_after_the_target_are_pulled_in()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(10));
        goal.AddMilestone("Long ago", Sample.Today.AddDays(-30), Sample.Today);
        goal.AddMilestone("Too late", Sample.Today.AddDays(90), Sample.Today);

        Assert.Equal(
            [1, 10],
            new PersonalTemplate(goal, "T", [], [], Sample.Now)
                .ReadTemplate()
                .Milestones.Select(templateMilestone => templateMilestone.Offset)
        );
    }

    [Fact]
    public void A_goal_that_is_too_large_is_refused()
    {
        var goal = Sample.Goal();
        for (var task = 0; task <= GoalTemplate.MaxTasks; task++)
        {
            goal.AddTask($"Task {task}", 1, null);
        }

        Sample.Refused("", () => _ = new PersonalTemplate(goal, "T", [], [], Sample.Now));
        Sample.Refused("Title", () => _ = new PersonalTemplate(Sample.Goal(), " ", [], [], Sample.Now));
    }

    [Fact]
    public void Recurring_tasks_keep_their_rhythm_and_their_days()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(100));
        var tuesdays = Recurring(goal, "FREQ=WEEKLY", Sample.Today.AddDays(6), Sample.Today.AddDays(54));
        var endless = Recurring(goal, "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", Sample.Today, null);
        var stopped = Recurring(goal, "FREQ=DAILY", Sample.Today.AddDays(1), null);
        stopped.EndBefore(Sample.Today);

        var template = new PersonalTemplate(goal, "T", [], [endless, stopped, tuesdays], Sample.Now).ReadTemplate();

        Assert.Empty(template.Validate());
        var start = new DateOnly(2028, 2, 3);
        var again = new Goal(goal.OwnerId, template.Goal, null, null, template.TargetFrom(start), start);
        var applied = template.ApplyTo(again, start);
        Assert.Equal(
            [
                ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", start, start.AddDays(99)),
                ("FREQ=WEEKLY;BYDAY=TU", start.AddDays(6), start.AddDays(54)),
            ],
            applied.RecurringTasks.Select(task => (task.Rule, task.StartsOn, task.Until!.Value))
        );
        Assert.Equal([new(2028, 2, 25), new(2028, 2, 15)], applied.FirstOccurrences.Select(task => task.DueOn!.Value));
        Assert.All(applied.RecurringTasks, task => Assert.Equal(("Practise", 45), (task.Title, task.Minutes)));
    }

    [Fact]
    public void A_recurring_task_outside_the_goal_is_pulled_in()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(28));
        var before = Recurring(goal, "FREQ=DAILY", Sample.Today.AddDays(-60), Sample.Today.AddDays(-54));
        var after = Recurring(goal, "FREQ=DAILY", Sample.Today.AddDays(60), Sample.Today.AddDays(66));

        var template = new PersonalTemplate(goal, "T", [], [before, after], Sample.Now).ReadTemplate();

        Assert.Empty(template.Validate());
        Assert.Equal(
            [(0, 7), (27, 28)],
            template.Recurring.Select(task => (task.Offset, task.EndOffset(template.Length)))
        );
    }

    [Fact]
    public void A_goal_with_too_many_recurring_tasks_is_refused()
    {
        var goal = Sample.Goal();
        var many = Enumerable
            .Range(0, GoalTemplate.MaxRecurring + 1)
            .Select(_ => Recurring(goal, "FREQ=DAILY", Sample.Today, null))
            .ToList();

        Sample.Refused("", () => _ = new PersonalTemplate(goal, "T", [], many, Sample.Now));
    }

    private static RecurringTask Recurring(Goal goal, string rule, DateOnly startsOn, DateOnly? until) =>
        new(goal.OwnerId, goal.Id, "Practise", rule, startsOn, until, 45);
}
