namespace CareerCompass.Domain.Tests.Goals;

public class TargetMoveTests
{
    [Fact]
    public void Milestones_move_with_the_target_and_reached_ones_stay()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(100));
        var reached = goal.AddMilestone("Reached", Sample.Today.AddDays(10), Sample.Today);
        reached.MarkReached(Sample.Today);
        var half = goal.AddMilestone("Halfway", Sample.Today.AddDays(50), Sample.Today);
        var end = goal.AddMilestone("End", Sample.Today.AddDays(100), Sample.Today);

        goal.MoveTargetProportionally(Sample.Today.AddDays(31), Sample.Today);

        Assert.Equal(
            [10, 16, 31],
            new[] { reached, half, end }.Select(stop => stop.Date.DayNumber - Sample.Today.DayNumber)
        );
        Assert.Equal(Sample.Today.AddDays(31), goal.Target);
    }

    [Fact]
    public void The_same_target_moves_nothing()
    {
        var goal = Sample.Goal();
        var stop = goal.AddMilestone("Beyond", goal.Target.AddDays(30), Sample.Today);
        goal.MoveTargetProportionally(goal.Target, Sample.Today);
        Assert.Equal(goal.Target.AddDays(30), stop.Date);
    }

    [Fact]
    public void A_target_that_has_passed_is_refused() =>
        Sample.Refused("Target", () => Sample.Goal().MoveTargetProportionally(Sample.Today, Sample.Today));
}
