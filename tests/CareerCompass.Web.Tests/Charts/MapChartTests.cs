using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Charts;

namespace CareerCompass.Web.Tests.Charts;

public sealed class MapChartTests
{
    private static readonly DateOnly Today = new(2027, 3, 3);
    private static readonly DateOnly Start = new(2027, 1, 1);

    [Theory]
    [InlineData(MapZoom.Quarter, "2027-03-01", "2027-05-31", 3)]
    [InlineData(MapZoom.Year, "2026-12-01", "2027-11-30", 12)]
    [InlineData(MapZoom.FiveYears, "2027-01-01", "2031-12-31", 10)]
    public void A_zoom_shows_whole_months_around_today(MapZoom zoom, string first, string last, int marks)
    {
        var chart = MapChart.Create([], zoom, MapChart.DefaultStart(zoom, Today), Today);

        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (chart.Start, chart.End));
        Assert.InRange(chart.Today!.Value, 0, 1);
        Assert.Equal(marks, chart.Marks.Count);
        Assert.All(chart.Marks, mark => Assert.InRange(mark.At, 0, 1));
    }

    [Fact]
    public void Today_is_out_of_the_picture_when_the_window_is_elsewhere() =>
        Assert.Null(MapChart.Create([], MapZoom.Quarter, new DateOnly(2030, 1, 1), Today).Today);

    [Fact]
    public void A_goal_is_a_line_from_start_to_target_cut_to_the_window()
    {
        var chart = Year(Goal(started: -400, target: 100, open: 60, done: 180));
        var lane = Assert.Single(Assert.Single(chart.Groups).Lanes);

        Assert.Equal(0, lane.PlanSpan!.From);
        Assert.Equal(At(100), lane.PlanSpan.To, 6);
        Assert.Equal(lane.PlanSpan.To, lane.Target!.Value, 6);
        Assert.True(lane.ElapsedSpan is null || lane.ElapsedSpan.To < lane.PlanSpan.To);
    }

    [Fact]
    public void What_lies_outside_the_window_is_not_drawn()
    {
        var lane = Year(Goal(started: 400, target: 500, stops: [(450, false)])).Groups[0].Lanes[0];

        Assert.Equal((null, null, null), (lane.PlanSpan, lane.ElapsedSpan, lane.Target));
        Assert.Empty(lane.MilestoneMarks);
        Assert.Equal(1, lane.MilestoneCount);
    }

    [Fact]
    public void Milestones_say_whether_they_are_reached_or_late()
    {
        var lane = Year(Goal(stops: [(-20, true), (-10, false), (30, false)])).Groups[0].Lanes[0];

        Assert.Equal(
            [(true, false), (false, true), (false, false)],
            lane.MilestoneMarks.Select(stop => (stop.Stop.IsReached, stop.Late))
        );
        Assert.Equal((3, 1), (lane.MilestoneCount, lane.ReachedCount));
    }

    [Fact]
    public void A_pause_runs_from_the_day_it_was_decided()
    {
        var lane = Year(Goal(state: GoalState.Paused, pausedOn: -10, pausedUntil: 20)).Groups[0].Lanes[0];
        Assert.Equal((At(-10), At(20)), (lane.PauseSpan!.From, lane.PauseSpan.To));
    }

    [Fact]
    public void Goals_are_grouped_by_focus_area_those_without_one_last_and_ended_ones_last_of_all()
    {
        var chart = Year(
            Goal("B", target: 50),
            Goal("None", area: null),
            Goal("A", target: 10),
            Goal("Over", state: GoalState.Achieved, ended: -5)
        );

        Assert.Equal(["Craft", null], chart.Groups.Select(group => group.Area));
        Assert.Equal(["A", "B", "Over"], chart.Groups[0].Lanes.Select(lane => lane.GoalStatus.Facts.Title));
        Assert.Equal(Today.AddDays(-5), chart.Groups[0].Lanes[^1].EndDate);
    }

    private static double At(int days) => (Today.AddDays(days).DayNumber - Start.DayNumber) / 365d;

    private static MapChart Year(params MapGoal[] goals) => MapChart.Create(goals, MapZoom.Year, Start, Today);

    private static MapGoal Goal(
        string title = "Goal",
        string? area = "Craft",
        GoalState state = GoalState.Active,
        int started = -30,
        int target = 90,
        int open = 60,
        int done = 0,
        int? ended = null,
        int? pausedOn = null,
        int? pausedUntil = null,
        (int Day, bool Reached)[]? stops = null
    )
    {
        DateOnly? Day(int? days) => days is { } number ? Today.AddDays(number) : null;
        var facts = new GoalFacts
        {
            Id = Guid.CreateVersion7(),
            OwnerId = Guid.Empty,
            Title = title,
            State = state,
            PausedUntil = Day(pausedUntil),
            Target = Today.AddDays(target),
            StartedOn = Today.AddDays(started),
            Open = 1,
            OpenEstimated = 1,
            OpenMinutes = open,
            Done = done > 0 ? 1 : 0,
            DoneEstimated = done > 0 ? 1 : 0,
            DoneMinutes = done,
        };
        return new MapGoal(
            GoalStatus.Evaluate(
                facts,
                new Forecaster(
                    new ForecastInputs
                    {
                        Plan = new ScheduleInputs
                        {
                            Today = Today,
                            Capacities = [new(Today.AddYears(-1), 300)],
                            Goals =
                            [
                                new SchedulableGoal(
                                    facts.Id,
                                    title,
                                    facts.Target,
                                    null,
                                    [],
                                    [new SchedulableTask(Guid.CreateVersion7(), "Task", open)]
                                ),
                            ],
                        },
                    }
                )
            ),
            Day(ended),
            area,
            Day(pausedOn),
            [.. (stops ?? []).Select(stop => new MapMilestone(facts.Id, "M", Today.AddDays(stop.Day), stop.Reached))]
        );
    }
}
