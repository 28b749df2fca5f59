using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;

namespace CareerCompass.Web.Tests.Charts;

public sealed class RouteChartTests
{
    private static readonly DateOnly Start = new(2027, 1, 1);

    [Fact]
    public void Dates_lie_along_the_route_in_proportion()
    {
        var chart = RouteChart.Of(Route(100, 25, 50), Start.AddDays(10), null);

        Assert.Equal((Start, Start.AddDays(100)), (chart.Start, chart.End));
        Assert.Equal(0.1, chart.Today!.Value, 6);
        Assert.Equal([0.25, 0.5, 1], chart.Stops.Select(stop => stop.At));
        Assert.True(chart.Stops[^1].IsTarget);
    }

    [Fact]
    public void The_forecast_band_makes_room_for_itself_but_not_without_end()
    {
        var near = RouteChart.Of(Route(100), Start, new Forecast(Start.AddDays(120), Start.AddDays(150), 60, true));
        var never = RouteChart.Of(Route(100), Start, new Forecast(Start.AddDays(9_000), Start.AddDays(20_000), 1, true));

        Assert.Equal((0.8, 1), near.Band);
        Assert.Equal(Start.AddDays(160), never.End);
        Assert.Equal((1, 1), never.Band);
    }

    [Fact]
    public void A_milestone_is_late_when_its_day_has_passed_unreached()
    {
        var chart = RouteChart.Of(Route(100, 25, 50), Start.AddDays(30), null);
        Assert.Equal([true, false, false], chart.Stops.Select(stop => stop.Late));
    }

    [Fact]
    public void Tasks_stand_under_their_milestone_and_fill_the_line_by_their_estimates()
    {
        var route = Route(100, 50);
        var milestone = route.Milestones[0].Id;
        Domain.Goals.Route.Step Task(int minutes, bool done) => new(Guid.NewGuid(), "x", minutes, milestone, done ? Start : null);
        var chart = RouteChart.Of(route with { Tasks = [Task(60, true), Task(120, false), Task(60, false)] }, Start, null);

        Assert.Equal((1, 2), (chart.Stops[0].Done, chart.Stops[0].Open));
        Assert.Equal(0.25, chart.Gone, 6);
    }

    [Fact]
    public void Labels_that_would_touch_go_to_different_lanes()
    {
        var chart = RouteChart.Of(Route(100, 40, 42, 44, 90), Start, null);
        Assert.Equal([0, 1, 2, 0, 1], chart.Stops.Select(stop => stop.Lane));
    }

    [Fact]
    public void An_ended_route_has_no_today_and_nothing_late()
    {
        var chart = RouteChart.Of(Route(100, 25) with { State = GoalState.Retired }, Start.AddDays(500), null);
        Assert.Null(chart.Today);
        Assert.DoesNotContain(chart.Stops, stop => stop.Late);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(400)]
    [InlineData(1_200)]
    [InlineData(4_000)]
    public void There_are_never_more_than_fourteen_marks(int days)
    {
        var marks = RouteChart.Of(Route(days), Start, null).Marks().ToList();
        Assert.InRange(marks.Count, 1, 14);
        Assert.All(marks, mark => Assert.InRange(mark.At, 0, 1));
    }

    private static Route Route(int days, params int[] milestones) => new(
        "Goal", GoalState.Active, Start.AddDays(days), null, Start, [.. milestones.Select(day => new Domain.Goals.Route.Stop(Guid.NewGuid(), $"M{day}", Start.AddDays(day), null))], []);
}
