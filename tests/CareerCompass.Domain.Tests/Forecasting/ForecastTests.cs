using CareerCompass.Domain.Forecasting;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Forecasting;

public class ForecastTests
{
    [Fact]
    public void Without_history_the_pace_is_the_goals_share_of_the_capacity()
    {
        var forecast = Forecast.Of(Facts.Of(openMinutes: 600), capacity: 300, activeGoals: 2, Some.Today);

        Assert.Equal(new Forecast(Some.Today.AddDays(28), Some.Today.AddDays(42), 150, false), forecast);
    }

    [Fact]
    public void With_history_the_pace_is_what_was_finished_over_eight_weeks()
    {
        var facts = Facts.Of(openMinutes: 600, recentMinutes: 800) with { StartedOn = Some.Today.AddDays(-300) };

        Assert.Equal(new Forecast(Some.Today.AddDays(42), Some.Today.AddDays(63), 100, true), Forecast.Of(facts, 9_999, 1, Some.Today));
    }

    [Theory]
    [InlineData(0, 800)]
    [InlineData(7, 800)]
    [InlineData(8, 700)]
    [InlineData(28, 200)]
    [InlineData(56, 100)]
    [InlineData(57, 100)]
    public void A_younger_goal_is_judged_by_the_weeks_it_has_had(int days, int pace) =>
        Assert.Equal(pace, Forecast.Of(Facts.Of(recentMinutes: 800) with { StartedOn = Some.Today.AddDays(-days) }, 1, 1, Some.Today).PaceMinutes);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(300, 7, 11)]
    [InlineData(301, 8, 11)]
    public void A_day_begun_is_a_day_needed(int openMinutes, int p50, int p80) => Assert.Equal(
        (Some.Today.AddDays(p50), Some.Today.AddDays(p80)),
        Forecast.Of(Facts.Of(openMinutes), 300, 1, Some.Today) is var forecast ? (forecast.P50, forecast.P80) : default);

    [Fact]
    public void Eight_weeks_of_history_count() => Assert.Equal(Some.Today.AddDays(-56), Forecast.HistoryFrom(Some.Today));

    [Fact]
    public void A_forecast_never_runs_past_the_calendar()
    {
        foreach (var capacity in new[] { 0, 1 })
        {
            var forecast = Forecast.Of(Facts.Of(openMinutes: int.MaxValue), capacity, 0, Some.Today);
            Assert.Equal((Some.Today.AddDays(60 * 52 * 7), Some.Today.AddDays(90 * 52 * 7)), (forecast.P50, forecast.P80));
        }
    }

    [Fact]
    public void Less_open_work_never_takes_longer() => Holds(
        from facts in Facts.Any
        from less in Gen.Choose(0, facts.OpenMinutes)
        from capacity in Gen.Choose(0, Limits.WeekMinutes)
        from goals in Gen.Choose(0, 20)
        select (
            Forecast.Of(facts with { OpenMinutes = less }, capacity, goals, Some.Today),
            Forecast.Of(facts, capacity, goals, Some.Today)));

    [Fact]
    public void More_capacity_never_takes_longer() => Holds(
        from facts in Facts.Any
        from capacity in Gen.Choose(0, Limits.WeekMinutes)
        from more in Gen.Choose(capacity, Limits.WeekMinutes)
        from goals in Gen.Choose(0, 20)
        select (Forecast.Of(facts, more, goals, Some.Today), Forecast.Of(facts, capacity, goals, Some.Today)));

    [Fact]
    public void Fewer_goals_to_share_with_never_take_longer() => Holds(
        from facts in Facts.Any
        from capacity in Gen.Choose(0, Limits.WeekMinutes)
        from goals in Gen.Choose(1, 20)
        from fewer in Gen.Choose(1, goals)
        select (Forecast.Of(facts, capacity, fewer, Some.Today), Forecast.Of(facts, capacity, goals, Some.Today)));

    [Fact]
    public void The_cautious_date_never_comes_before_the_likely_one() => Holds(
        from facts in Facts.Any
        from capacity in Gen.Choose(0, Limits.WeekMinutes)
        let forecast = Forecast.Of(facts, capacity, 1, Some.Today)
        select (forecast with { P80 = forecast.P50 }, forecast));

    private static void Holds(Gen<(Forecast Sooner, Forecast Later)> pairs) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            Assert.True(pair.Sooner.P50 <= pair.Later.P50);
            Assert.True(pair.Sooner.P80 <= pair.Later.P80);
            Assert.True(pair.Sooner.P50 >= Some.Today);
        }));
}
