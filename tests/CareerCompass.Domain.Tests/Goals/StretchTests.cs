namespace CareerCompass.Domain.Tests.Goals;

public class StretchTests
{
    [Fact]
    public void Milestones_move_with_the_target_and_reached_ones_stay()
    {
        var goal = Some.Goal(Some.Today.AddDays(100));
        var reached = goal.AddMilestone("Reached", Some.Today.AddDays(10), Some.Today);
        reached.MarkReached(Some.Today);
        var half = goal.AddMilestone("Half-way", Some.Today.AddDays(50), Some.Today);
        var end = goal.AddMilestone("End", Some.Today.AddDays(100), Some.Today);

        goal.MoveTargetProportionally(Some.Today.AddDays(31), Some.Today);

        Assert.Equal([10, 16, 31], new[] { reached, half, end }.Select(stop => stop.Date.DayNumber - Some.Today.DayNumber));
        Assert.Equal(Some.Today.AddDays(31), goal.Target);
    }

    [Fact]
    public void The_same_target_moves_nothing()
    {
        var goal = Some.Goal();
        var stop = goal.AddMilestone("Beyond", goal.Target.AddDays(30), Some.Today);
        goal.MoveTargetProportionally(goal.Target, Some.Today);
        Assert.Equal(goal.Target.AddDays(30), stop.Date);
    }

    [Fact]
    public void A_target_that_has_passed_is_refused() => Some.Refused("Target", () => Some.Goal().MoveTargetProportionally(Some.Today, Some.Today));
}
