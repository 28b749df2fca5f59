using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

public class ProgressTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0)]
    [InlineData(3, 0, 0, 1, 0, 0, 0.25)]
    [InlineData(1, 1, 300, 1, 1, 100, 0.25)]
    [InlineData(0, 0, 0, 2, 2, 120, 1)]
    [InlineData(0, 0, 0, 2, 0, 0, 1)]
    [InlineData(2, 0, 0, 0, 0, 0, 0)]
    [InlineData(2, 1, 100, 1, 1, 200, 0.4444)]
    public void Progress_is_the_share_of_work_done_and_a_task_without_estimate_is_an_average_one(
        int open,
        int openEstimated,
        int openMinutes,
        int done,
        int doneEstimated,
        int doneMinutes,
        double progress
    )
    {
        var facts = GoalFactsBuilder.Of() with
        {
            Open = open,
            OpenEstimated = openEstimated,
            OpenMinutes = openMinutes,
            Done = done,
            DoneEstimated = doneEstimated,
            DoneMinutes = doneMinutes,
        };

        Assert.Equal(progress, facts.Progress, 0.0001);
    }

    [Fact]
    public void Progress_is_nothing_to_all() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(GoalFactsBuilder.Any.ToArbitrary(), facts =>
            {
                Assert.InRange(facts.Progress, 0, 1);
                Assert.Equal(facts.Done == 0, facts.Progress == 0);
                Assert.Equal(facts.Open == 0 && facts.Done > 0, facts.Progress == 1);
            })
        );
}
