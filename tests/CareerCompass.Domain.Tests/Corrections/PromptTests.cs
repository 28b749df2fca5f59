using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

public class PromptTests
{
    private static readonly Guid Owner = Guid.CreateVersion7();

    private readonly List<Prompt> prompts = [];

    [Theory]
    [InlineData(Bearing.NoRoute, PromptRule.NoRoute)]
    [InlineData(Bearing.Stalled, PromptRule.Stalled)]
    [InlineData(Bearing.OffCourse, PromptRule.OffCourse)]
    [InlineData(Bearing.Drifting, PromptRule.Drifting)]
    [InlineData(Bearing.OnCourse, null)]
    [InlineData(Bearing.Paused, null)]
    [InlineData(Bearing.Achieved, null)]
    [InlineData(Bearing.Retired, null)]
    public void A_bearing_that_needs_a_correction_raises_its_rule(Bearing bearing, PromptRule? rule)
    {
        Assert.Equal(rule, Prompt.RuleFor(bearing));
        Assert.Equal(rule, Look(bearing, 0)?.Rule);
    }

    [Fact]
    public void A_prompt_tells_the_numbers_as_they_stood()
    {
        var standing = Standing.Of(Facts.Of(openMinutes: 6_000), Outlooks.Plain);
        var prompt = Prompt.Look(Owner, standing, [], Some.Today, Some.Now)!;

        Assert.Equal((Owner, standing.Facts.Id, Some.Today, Some.Now), (prompt.OwnerId, prompt.GoalId, prompt.QuietFrom, prompt.RaisedAt));
        Assert.Equal(PromptState.Open, prompt.State);
        Assert.Equal(standing.Evidence, prompt.Evidence);
        Assert.Equal(new Evidence(Facts.Target, standing.Forecast!.P50, standing.Forecast.P80, 6_000, 300, 0), prompt.Evidence);
    }

    [Fact]
    public void Evidence_without_a_forecast_is_read_back()
    {
        var standing = Standing.Of(Facts.Of() with { OpenEstimated = 0 }, Outlooks.Plain);

        Assert.Equal(standing.Evidence, Prompt.Look(Owner, standing, [], Some.Today, Some.Now)!.Evidence);
        Assert.Null(standing.Evidence.P50);
    }

    [Fact]
    public void The_same_rule_says_nothing_more_in_its_quiet_period()
    {
        Assert.NotNull(Look(Bearing.Stalled, 0));
        prompts[0].Decline(Some.Now);

        Assert.Null(Look(Bearing.Stalled, 0));
        Assert.Null(Look(Bearing.Stalled, 13));
        Assert.NotNull(Look(Bearing.Stalled, 14));
        Assert.Null(Look(Bearing.Stalled, 15));
    }

    [Fact]
    public void A_prompt_that_is_still_open_is_not_raised_twice()
    {
        Look(Bearing.Stalled, 0);

        Assert.Null(Look(Bearing.Stalled, 60));
        Assert.Equal(PromptState.Open, prompts[0].State);
    }

    [Fact]
    public void Another_rule_speaks_up_in_the_quiet_period_and_withdraws_the_first()
    {
        Look(Bearing.Drifting, 0);

        Assert.Equal(PromptRule.OffCourse, Look(Bearing.OffCourse, 1)?.Rule);
        Assert.Equal((PromptState.Withdrawn, Some.Now.AddDays(1)), (prompts[0].State, prompts[0].ClosedAt));
        Assert.Equal(PromptState.Open, prompts[1].State);
    }

    [Fact]
    public void A_prompt_whose_rule_no_longer_applies_is_withdrawn_and_its_quiet_period_lasts()
    {
        Look(Bearing.Stalled, 0);
        Assert.Null(Look(Bearing.OnCourse, 3));
        Assert.Equal(PromptState.Withdrawn, prompts[0].State);

        Assert.Null(Look(Bearing.Stalled, 13));
        Assert.NotNull(Look(Bearing.Stalled, 14));
    }

    [Fact]
    public void What_the_person_decided_about_a_prompt_stays()
    {
        Look(Bearing.Stalled, 0);
        prompts[0].Decline(Some.Now);
        Look(Bearing.OnCourse, 3);

        Assert.Equal((PromptState.Declined, Some.Now), (prompts[0].State, prompts[0].ClosedAt));
    }

    [Fact]
    public void A_correction_answers_a_prompt()
    {
        Look(Bearing.OffCourse, 0);
        var correction = Some.Goal().Retire(Some.Reason, Some.Today, Some.Now);
        prompts[0].Answer(correction, Some.Now.AddDays(1));
        prompts[0].Decline(Some.Now.AddDays(2));

        Assert.Equal((PromptState.Answered, Some.Now.AddDays(1)), (prompts[0].State, prompts[0].ClosedAt));
        Assert.Equal(prompts[0].Id, correction.PromptId);
    }

    private Prompt? Look(Bearing bearing, int day)
    {
        var standing = new Standing(Facts.Of(), bearing, null, 0);
        var prompt = Prompt.Look(Owner, standing, prompts, Some.Today.AddDays(day), Some.Now.AddDays(day));
        if (prompt is not null)
        {
            prompts.Add(prompt);
        }

        return prompt;
    }
}
