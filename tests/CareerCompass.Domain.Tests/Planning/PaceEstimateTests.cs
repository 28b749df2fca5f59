using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Planning;

public class PaceEstimateTests
{
    [Theory]
    [InlineData(32, 4, 70, 8, 56, true)]
    [InlineData(32, 4, 56, 8, 56, true)]
    [InlineData(32, 4, 55, 8, 56, false)]
    [InlineData(33, 4, 70, 9, 58, true)]
    [InlineData(1, 40, 1, 1, 1, true)]
    public void Hours_a_week_say_when_it_is_done(int hours, int pace, int days, int weeks, int done, bool fits)
    {
        var paceEstimate = new PaceEstimate(hours * 60, pace * 60, Sample.Today, Sample.Today.AddDays(days));

        Assert.Equal(
            (weeks, Sample.Today.AddDays(done), fits),
            (paceEstimate.Weeks, paceEstimate.DoneBy, paceEstimate.MeetsTarget)
        );
    }

    [Theory]
    [InlineData(32, 56, 240)]
    [InlineData(32, 55, 270)]
    [InlineData(1, 70, 30)]
    public void What_it_needs_makes_the_target(int hours, int days, int needed)
    {
        var paceEstimate = new PaceEstimate(hours * 60, 60, Sample.Today, Sample.Today.AddDays(days));

        Assert.Equal(needed, paceEstimate.RequiredWeeklyMinutes);
        Assert.True((paceEstimate with { Pace = needed }).MeetsTarget);
    }

    [Fact]
    public void Nothing_makes_a_target_that_has_passed() =>
        Assert.Null(new PaceEstimate(60, 60, Sample.Today, Sample.Today).RequiredWeeklyMinutes);
}
