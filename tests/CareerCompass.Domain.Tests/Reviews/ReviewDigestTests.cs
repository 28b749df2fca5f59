using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Domain.Tests.Reviews;

public class ReviewDigestTests
{
    [Fact]
    public void What_fits_is_dealt_evenly_and_the_rest_is_counted()
    {
        var fit = News(turns: 50, milestones: 50, steps: 50).Shorten();

        Assert.Equal(
            (2, 2, 2, 144),
            (fit.StatusChanges.Count, fit.Milestones.Count, fit.PendingNextSteps.Count, fit.OmittedCount)
        );
    }

    [Theory]
    [InlineData(0, 0, 9, 0, 0, 6)]
    [InlineData(1, 9, 9, 1, 3, 2)]
    [InlineData(9, 0, 1, 5, 0, 1)]
    [InlineData(1, 2, 1, 1, 2, 1)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    public void Room_that_one_kind_does_not_need_goes_to_the_others(
        int turns,
        int milestones,
        int steps,
        int someTurns,
        int someMilestones,
        int someSteps
    )
    {
        var fit = News(turns, milestones, steps).Shorten();

        Assert.Equal(
            (someTurns, someMilestones, someSteps),
            (fit.StatusChanges.Count, fit.Milestones.Count, fit.PendingNextSteps.Count)
        );
        Assert.Equal(turns + milestones + steps - someTurns - someMilestones - someSteps, fit.OmittedCount);
    }

    [Fact]
    public void The_gravest_change_and_the_nearest_date_come_first()
    {
        var fit = new ReviewDigest(
            [
                new("Better", GoalStatusKind.OffCourse, GoalStatusKind.OnCourse),
                new("Slower", GoalStatusKind.OnCourse, GoalStatusKind.Drifting),
                new("Lost", GoalStatusKind.OnCourse, GoalStatusKind.OffCourse),
            ],
            [new("", "Later", Sample.Today.AddDays(5)), new("", "Soon", Sample.Today)],
            []
        ).Shorten();

        Assert.Equal(["Lost", "Slower", "Better"], fit.StatusChanges.Select(turn => turn.Goal));
        Assert.Equal(["Soon", "Later"], fit.Milestones.Select(milestone => milestone.Title));
    }

    private static ReviewDigest News(int turns, int milestones, int steps) =>
        new(
            [.. Enumerable.Repeat(new GoalStatusChange("A", GoalStatusKind.OnCourse, GoalStatusKind.Drifting), turns)],
            [.. Enumerable.Repeat(new UpcomingMilestone("A", "M", Sample.Today), milestones)],
            [.. Enumerable.Repeat(new PendingNextStep(Guid.Empty, "A", "S"), steps)]
        );
}
