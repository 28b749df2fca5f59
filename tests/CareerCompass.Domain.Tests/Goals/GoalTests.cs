using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests.Goals;

public class GoalTests
{
    private readonly Goal goal = Sample.Goal();

    [Fact]
    public void A_new_goal_is_active_from_today_and_keeps_what_was_written()
    {
        var owner = Guid.CreateVersion7();
        var made = new Goal(owner, "  Lead a team ", " For growth ", " ", Sample.Today.AddDays(1), Sample.Today);

        Assert.Equal(("Lead a team", "For growth", null), (made.Title, made.Why, made.DoneWhen));
        Assert.Equal(
            (GoalState.Active, Sample.Today, Sample.Today.AddDays(1)),
            (made.State, made.StartedOn, made.Target)
        );
        Assert.Equal((owner, null, null), (made.OwnerId, made.EndedOn, made.TrashedAt));
    }

    [Fact]
    public void A_goal_can_be_rewritten()
    {
        goal.Edit("Lead two teams", "Growth", "Both teams say so", Sample.Today.AddYears(1), Sample.Today);

        Assert.Equal(("Lead two teams", "Growth", "Both teams say so"), (goal.Title, goal.Why, goal.DoneWhen));
        Assert.Equal(Sample.Today.AddYears(1), goal.Target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_goal_needs_a_title(string? title)
    {
        Sample.Refused("Title", () =>
            _ = new Goal(Guid.CreateVersion7(), title, null, null, Sample.Today.AddDays(1), Sample.Today)
        );
        Sample.Refused("Title", () => goal.Edit(title, null, null, goal.Target, Sample.Today));
        Assert.Equal("Become a team lead", goal.Title);
    }

    [Fact]
    public void Texts_may_be_as_long_as_their_limit_and_no_longer()
    {
        var (title, notes) = (new string('t', 200), new string('n', 20_000));
        goal.Edit($" {title} ", $" {notes} ", $" {notes} ", goal.Target, Sample.Today);

        Assert.Equal((title, notes, notes), (goal.Title, goal.Why, goal.DoneWhen));
        Sample.Refused("Title", () => goal.Edit(title + "t", null, null, goal.Target, Sample.Today));
        Sample.Refused("Why", () => goal.Edit(title, notes + "n", null, goal.Target, Sample.Today));
        Sample.Refused("DoneWhen", () => goal.Edit(title, null, notes + "n", goal.Target, Sample.Today));
    }

    [Fact]
    public void A_target_lies_ahead_and_within_a_working_life()
    {
        foreach (
            var day in new[]
            {
                Sample.Today,
                Sample.Today.AddDays(-1),
                DateOnly.MinValue,
                DateOnly.MaxValue,
                Sample.Today.AddYears(60).AddDays(1),
            }
        )
        {
            Sample.Refused("Target", () => Sample.Goal(day));
            Sample.Refused("Target", () => goal.Edit("Title", null, null, day, Sample.Today));
        }

        Assert.Equal(Sample.Today.AddDays(1), Sample.Goal(Sample.Today.AddDays(1)).Target);
        Assert.Equal(Sample.Today.AddYears(60), Sample.Goal(Sample.Today.AddYears(60)).Target);
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
        goal.Trash(Sample.Now);
        goal.Trash(Sample.Now.AddDays(3));
        Assert.Equal(Sample.Now, goal.TrashedAt);

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
        _ = achieved
            ? goal.Achieve(Sample.NoReason, Sample.Today, Sample.Now)
            : goal.Retire(Sample.Reason, Sample.Today, Sample.Now);

        Sample.Refused("", () => goal.Edit("New", null, null, goal.Target, Sample.Today));
        Sample.Refused("", () => goal.AddMilestone("New", Sample.Today, Sample.Today));
        Sample.Refused("", () => goal.AddTask("New", null, null));
        Sample.Refused("", () => goal.EditTask(task, "New", null, null, null));
        Sample.Refused("", () => goal.MoveTask(other, up: true));
        Sample.Refused("", () =>
            goal.Reschedule(
                Sample.Today.AddDays(9),
                new Dictionary<Guid, DateOnly>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );
        Sample.Refused("", () =>
            goal.CutScope(
                new HashSet<Guid> { task.Id },
                new Dictionary<Guid, Guid?>(),
                Sample.Reason,
                Sample.Today,
                Sample.Now
            )
        );
        Assert.Equal(["Read", "Write"], goal.UntrashedTasks.Select(left => left.Title));
    }
}
