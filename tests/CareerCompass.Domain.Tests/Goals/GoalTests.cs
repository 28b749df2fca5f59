using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class GoalTests
{
    private readonly Goal goal = Some.Goal();

    [Fact]
    public void A_new_goal_is_active_from_today_and_keeps_what_was_written()
    {
        var owner = Guid.CreateVersion7();
        var made = new Goal(owner, "  Lead a team ", " For growth ", " ", Some.Today.AddDays(1), Some.Today);

        Assert.Equal(("Lead a team", "For growth", null), (made.Title, made.Why, made.DoneWhen));
        Assert.Equal((GoalState.Active, Some.Today, Some.Today.AddDays(1)), (made.State, made.StartedOn, made.Target));
        Assert.Equal((owner, null, null), (made.OwnerId, made.EndedOn, made.TrashedAt));
    }

    [Fact]
    public void A_goal_can_be_rewritten()
    {
        goal.Edit("Lead two teams", "Growth", "Both teams say so", Some.Today.AddYears(1), Some.Today);

        Assert.Equal(("Lead two teams", "Growth", "Both teams say so"), (goal.Title, goal.Why, goal.DoneWhen));
        Assert.Equal(Some.Today.AddYears(1), goal.Target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_goal_needs_a_title(string? title)
    {
        Some.Refused("Title", () => _ = new Goal(Guid.CreateVersion7(), title, null, null, Some.Today.AddDays(1), Some.Today));
        Some.Refused("Title", () => goal.Edit(title, null, null, goal.Target, Some.Today));
        Assert.Equal("Become a team lead", goal.Title);
    }

    [Fact]
    public void Texts_may_be_as_long_as_their_limit_and_no_longer()
    {
        var (title, notes) = (new string('t', 200), new string('n', 20_000));
        goal.Edit($" {title} ", $" {notes} ", $" {notes} ", goal.Target, Some.Today);

        Assert.Equal((title, notes, notes), (goal.Title, goal.Why, goal.DoneWhen));
        Some.Refused("Title", () => goal.Edit(title + "t", null, null, goal.Target, Some.Today));
        Some.Refused("Why", () => goal.Edit(title, notes + "n", null, goal.Target, Some.Today));
        Some.Refused("DoneWhen", () => goal.Edit(title, null, notes + "n", goal.Target, Some.Today));
    }

    [Fact]
    public void A_target_lies_ahead_and_within_a_working_life()
    {
        foreach (var day in new[] { Some.Today, Some.Today.AddDays(-1), DateOnly.MinValue, DateOnly.MaxValue, Some.Today.AddYears(60).AddDays(1) })
        {
            Some.Refused("Target", () => Some.Goal(day));
            Some.Refused("Target", () => goal.Edit("Title", null, null, day, Some.Today));
        }

        Assert.Equal(Some.Today.AddDays(1), Some.Goal(Some.Today.AddDays(1)).Target);
        Assert.Equal(Some.Today.AddYears(60), Some.Goal(Some.Today.AddYears(60)).Target);
    }

    [Fact]
    public void A_target_that_has_passed_may_stay()
    {
        goal.Edit("Still wanted", null, null, goal.Target, goal.Target.AddDays(30));

        Assert.Equal("Still wanted", goal.Title);
    }

    [Fact]
    public void A_goal_comes_back_from_Trash_as_it_was()
    {
        goal.Trash(Some.Now);
        goal.Trash(Some.Now.AddDays(3));
        Assert.Equal(Some.Now, goal.TrashedAt);

        goal.Restore();
        Assert.Equal((null, GoalState.Active), (goal.TrashedAt, goal.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_ended_goal_refuses_every_change_of_its_plan(bool achieved)
    {
        var task = goal.AddTask("Read", 60, null);
        var other = goal.AddTask("Write", 60, null);
        _ = achieved ? goal.Achieve(Some.NoReason, Some.Today, Some.Now) : goal.Retire(Some.Reason, Some.Today, Some.Now);

        Some.Refused("", () => goal.Edit("New", null, null, goal.Target, Some.Today));
        Some.Refused("", () => goal.AddMilestone("New", Some.Today, Some.Today));
        Some.Refused("", () => goal.AddTask("New", null, null));
        Some.Refused("", () => goal.EditTask(task, "New", null, null, null));
        Some.Refused("", () => goal.MoveTask(other, up: true));
        Some.Refused("", () => goal.Reschedule(Some.Today.AddDays(9), new Dictionary<Guid, DateOnly>(), Some.Reason, Some.Today, Some.Now));
        Some.Refused("", () => goal.CutScope(new HashSet<Guid> { task.Id }, new Dictionary<Guid, Guid?>(), Some.Reason, Some.Today, Some.Now));
        Assert.Equal(["Read", "Write"], goal.UntrashedTasks.Select(left => left.Title));
    }
}
