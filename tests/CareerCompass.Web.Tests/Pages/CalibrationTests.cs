using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class CalibrationTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_weekly_forecasts_of_a_goal_are_scored_when_it_is_achieved(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        await me.AddTaskAsync(goal);
        Assert.Contains(
            "Nothing to show yet",
            (await me.Browser.ReadAsync("/calibration")).QuerySelector("main")!.TextContent
        );
        me.App.Clock.Now = me.App.Clock.Now.AddDays(1);
        await using (var scope = me.App.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReviewSweep>().RunAsync(me.App.Clock.Now);
        }

        var forecastRecord = await me.ReadAsync(db => db.ForecastRecords.SingleAsync());
        Assert.True(
            forecastRecord.P10 <= forecastRecord.P50
                && forecastRecord.P50 <= forecastRecord.P80
                && forecastRecord.P80 <= forecastRecord.P90
        );
        Assert.InRange(forecastRecord.Chance!.Value, 0.01, 1);
        await me.SendAsync($"/goals/{goal}/achieve");

        var rows = (await me.Browser.ReadAsync("/calibration"))
            .QuerySelectorAll("tbody tr")
            .Select(row =>
                string.Join(
                    '|',
                    row.Children.Select(cell =>
                        string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    )
                )
            )
            .ToList();
        Assert.Equal(5, rows.Count);
        Assert.Contains("Dates with a 90 % chance|100 % 1 of 1", rows);
        Assert.Contains("Your own target dates|100 % 1 of 1", rows);

        var stranger = await PlanBuilder.StartAsync(me.App, "stranger@example.org");
        Assert.Contains(
            "Nothing to show yet",
            (await stranger.Browser.ReadAsync("/calibration")).QuerySelector("main")!.TextContent
        );
    }
}
