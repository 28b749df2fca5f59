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
        var chart = RouteChart.Create(PlanSnapshot(100, 25, 50), Start.AddDays(10), null);

        Assert.Equal((Start, Start.AddDays(100)), (chart.Start, chart.End));
        Assert.Equal(0.1, chart.Today!.Value, 6);
        Assert.Equal([0.25, 0.5, 1], chart.Milestones.Select(routeMilestone => routeMilestone.Position));
        Assert.True(chart.Milestones[^1].IsTarget);
    }

    [Fact]
    public void The_forecast_band_makes_room_for_itself_but_not_without_end()
    {
        var near = RouteChart.Create(PlanSnapshot(100), Start, Forecast(120, 150));
        var never = RouteChart.Create(PlanSnapshot(100), Start, Forecast(9_000, 20_000));

        Assert.Equal((0.8, 1), near.ForecastBand);
        Assert.Equal(Start.AddDays(160), never.End);
        Assert.Equal((1, 1), never.ForecastBand);
    }

    [Fact]
    public void A_milestone_is_late_when_its_day_has_passed_unreached()
    {
        var chart = RouteChart.Create(PlanSnapshot(100, 25, 50), Start.AddDays(30), null);
        Assert.Equal([true, false, false], chart.Milestones.Select(routeMilestone => routeMilestone.IsLate));
    }

    [Fact]
    public void Tasks_stand_under_their_milestone_and_fill_the_line_by_their_estimates()
    {
        var planSnapshot = PlanSnapshot(100, 50);
        var milestone = planSnapshot.Milestones[0].Id;
        Domain.Goals.PlanSnapshot.TaskSnapshot Task(int minutes, bool done) =>
            new(Guid.NewGuid(), "x", minutes, milestone, done ? Start : null);
        var chart = RouteChart.Create(
            planSnapshot with
            {
                Tasks = [Task(60, true), Task(120, false), Task(60, false)],
            },
            Start,
            null
        );

        Assert.Equal((1, 2), (chart.Milestones[0].DoneTaskCount, chart.Milestones[0].OpenTaskCount));
        Assert.Equal(0.25, chart.Elapsed, 6);
    }

    [Fact]
    public void Labels_that_would_touch_go_to_different_lanes()
    {
        var chart = RouteChart.Create(PlanSnapshot(100, 40, 42, 44, 90), Start, null);
        Assert.Equal([0, 1, 2, 0, 1], chart.Milestones.Select(routeMilestone => routeMilestone.Lane));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(60)]
    public void However_many_milestones_no_two_labels_of_a_lane_touch(int number)
    {
        var chart = RouteChart.Create(
            PlanSnapshot(365, [.. Enumerable.Range(1, number).Select(i => i * 365 / (number + 1))]),
            Start,
            null
        );

        foreach (
            var lane in chart
                .Milestones.Where(routeMilestone => routeMilestone.Lane >= 0)
                .GroupBy(routeMilestone => routeMilestone.Lane)
        )
        {
            Assert.InRange(lane.Key, 0, RouteLabels.MaxLanes - 1);
            Assert.All(lane.Zip(lane.Skip(1)), pair =>
                Assert.True(
                    pair.Second.Position - pair.First.Position > 0.08,
                    $"{pair.First.Title} and {pair.Second.Title}"
                )
            );
        }

        Assert.True(chart.Milestones[^1].Lane >= 0, "The target is always named.");
        Assert.Equal(number > 30, chart.Milestones.Any(routeMilestone => routeMilestone.Lane < 0));
    }

    [Fact]
    public void Dots_and_counts_are_left_out_where_they_would_touch()
    {
        var planSnapshot = PlanSnapshot(1_000, 100, 140, 500, 990);
        planSnapshot = planSnapshot with
        {
            Tasks =
            [
                .. planSnapshot.Milestones.SelectMany(milestoneSnapshot =>
                    Enumerable
                        .Range(0, 20)
                        .Select(_ => new Domain.Goals.PlanSnapshot.TaskSnapshot(
                            Guid.NewGuid(),
                            "x",
                            60,
                            milestoneSnapshot.Id,
                            null
                        ))
                ),
            ],
        };
        var chart = RouteChart.Create(planSnapshot, Start, null);

        Assert.Equal(
            [0, 0, RouteChart.MaxDots, RouteChart.MaxDots, 0],
            chart.Milestones.Select(routeMilestone => routeMilestone.DotCount)
        );
        Assert.Equal(
            [true, true, true, true, false],
            chart.Milestones.Select(routeMilestone => routeMilestone.HasVisibleCount)
        );
    }

    [Fact]
    public void A_milestone_after_the_target_is_still_on_the_line()
    {
        var chart = RouteChart.Create(PlanSnapshot(100, 50, 150), Start, Forecast(120, 200));

        Assert.Equal(
            [50, 100, 150],
            chart.Milestones.Select(routeMilestone => routeMilestone.Date.DayNumber - Start.DayNumber)
        );
        Assert.Equal((150 / 160d, 1), (chart.PlannedEnd, chart.ForecastBand!.Value.To));
    }

    [Fact]
    public void Earlier_routes_lie_on_the_same_days_and_say_where_their_milestones_went()
    {
        var planSnapshot = PlanSnapshot(100, 50);
        var dropped = Guid.NewGuid();
        var chart = RouteChart.Create(
            planSnapshot,
            Start,
            null,
            [
                new PlanDates(
                    Start.AddDays(30),
                    Start.AddDays(80),
                    [new(planSnapshot.Milestones[0].Id, Start.AddDays(40)), new(dropped, Start.AddDays(60))]
                ),
            ]
        );

        var earlierPlan = Assert.Single(chart.EarlierPlans);
        Assert.Equal(
            (Start.AddDays(30), 0.8, 1),
            (earlierPlan.SupersededOn, earlierPlan.Target, earlierPlan.CurrentTarget)
        );
        Assert.Equal([(0.4, 0.5), (0.6, null)], earlierPlan.Milestones);
    }

    [Fact]
    public void An_achieved_route_is_filled_to_its_end() =>
        Assert.Equal(
            1,
            RouteChart
                .Create(PlanSnapshot(100, 25) with { State = GoalState.Achieved }, Start.AddDays(500), null)
                .Elapsed
        );

    [Fact]
    public void Down_the_phone_each_station_has_a_row_and_time_runs_evenly_between_them()
    {
        var chart = RouteChart.Create(PlanSnapshot(100, 20, 40), Start.AddDays(30), Forecast(70, 120));
        var column = VerticalRouteChart.Create(chart);

        Assert.All(column.Rows.Zip(column.Rows.Skip(1)), pair =>
            Assert.Equal(VerticalRouteChart.RowHeight, pair.Second.Y - pair.First.Y)
        );
        Assert.Equal((column.Rows[0].Y + column.Rows[1].Y) / 2, column.Today!.Value, 6);
        Assert.Equal((column.Rows[1].Y + column.Rows[2].Y) / 2, column.ForecastBand!.Value.From, 6);
        Assert.Equal(column.Rows[2].Y + VerticalRouteChart.RowHeight, column.ForecastBand.Value.To, 6);
        Assert.True(column.Height > column.ForecastBand.Value.To);
    }

    [Theory]
    [InlineData("Short", "Short", null)]
    [InlineData("One project that everyone knows is mine", "One project that", "everyone knows is mine")]
    [InlineData("A title that goes on and on until nobody reads it", "A title that goes on", "and on until nobody r…")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrts", "gesellschaftskapitän")]
    public void A_long_title_takes_two_lines(string title, string first, string? second) =>
        Assert.Equal((first, second), RouteLabels.Wrap(title));

    [Fact]
    public void An_ended_route_has_no_today_and_nothing_late()
    {
        var chart = RouteChart.Create(
            PlanSnapshot(100, 25) with
            {
                State = GoalState.Retired,
            },
            Start.AddDays(500),
            null
        );
        Assert.Null(chart.Today);
        Assert.DoesNotContain(chart.Milestones, routeMilestone => routeMilestone.IsLate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(400)]
    [InlineData(1_200)]
    [InlineData(4_000)]
    public void There_are_never_more_than_fourteen_marks(int days)
    {
        var marks = RouteChart.Create(PlanSnapshot(days), Start, null).CreateMarks().ToList();
        Assert.InRange(marks.Count, 1, 14);
        Assert.All(marks, mark => Assert.InRange(mark.At, 0, 1));
    }

    private static PlanSnapshot PlanSnapshot(int days, params int[] milestones) =>
        new(
            "Goal",
            GoalState.Active,
            Start.AddDays(days),
            null,
            Start,
            [
                .. milestones.Select(day => new Domain.Goals.PlanSnapshot.MilestoneSnapshot(
                    Guid.NewGuid(),
                    $"M{day}",
                    Start.AddDays(day),
                    null
                )),
            ],
            []
        );

    private static Forecast Forecast(int p50, int p80) =>
        new(
            PlanEnd: Start.AddDays(p50),
            P10: Start,
            P50: Start.AddDays(p50),
            P70: Start.AddDays(p80),
            P80: Start.AddDays(p80),
            P90: Start.AddDays(p80),
            Chance: 0.5,
            PaceMinutes: 60,
            Finished: 10,
            Unestimated: 0,
            CorrectedByGoals: 0
        );
}
