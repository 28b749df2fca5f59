using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewNewsTests
{
    [Fact]
    public void What_fits_is_dealt_evenly_and_the_rest_is_counted()
    {
        var fit = News(turns: 50, milestones: 50, steps: 50).Fit();

        Assert.Equal((2, 2, 2, 144), (fit.Turns.Count, fit.Milestones.Count, fit.Steps.Count, fit.Left));
    }

    [Theory]
    [InlineData(0, 0, 9, 0, 0, 6)]
    [InlineData(1, 9, 9, 1, 3, 2)]
    [InlineData(9, 0, 1, 5, 0, 1)]
    [InlineData(1, 2, 1, 1, 2, 1)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void Room_that_one_kind_does_not_need_goes_to_the_others(int turns, int milestones, int steps, int someTurns, int someMilestones, int someSteps)
    {
        var fit = News(turns, milestones, steps).Fit();

        Assert.Equal((someTurns, someMilestones, someSteps), (fit.Turns.Count, fit.Milestones.Count, fit.Steps.Count));
        Assert.Equal(turns + milestones + steps - someTurns - someMilestones - someSteps, fit.Left);
    }

    [Fact]
    public void The_gravest_change_and_the_nearest_date_come_first()
    {
        var fit = new ReviewNews(
            [new("Better", Bearing.OffCourse, Bearing.OnCourse), new("Slower", Bearing.OnCourse, Bearing.Drifting), new("Lost", Bearing.OnCourse, Bearing.OffCourse)],
            [new("", "Later", Some.Today.AddDays(5)), new("", "Soon", Some.Today)],
            []).Fit();

        Assert.Equal(["Lost", "Slower", "Better"], fit.Turns.Select(turn => turn.Goal));
        Assert.Equal(["Soon", "Later"], fit.Milestones.Select(milestone => milestone.Title));
    }

    private static ReviewNews News(int turns, int milestones, int steps) => new(
        [.. Enumerable.Repeat(new BearingTurn("A", Bearing.OnCourse, Bearing.Drifting), turns)],
        [.. Enumerable.Repeat(new MilestoneAhead("A", "M", Some.Today), milestones)],
        [.. Enumerable.Repeat(new StepOpen(Guid.Empty, "A", "S"), steps)]);
}
