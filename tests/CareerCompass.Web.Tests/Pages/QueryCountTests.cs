using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>A page sends the same number of statements however much there is to show.</summary>
public sealed class QueryCountTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory]
    [InlineData("/", 8)]
    [InlineData("/goals", 3)]
    [InlineData("/goals/{goal}", 6)]
    [InlineData("/goals/{goal}/history", 5)]
    [InlineData("/goals/{goal}/history/1", 5)]
    [InlineData("/goals/{goal}/reschedule", 5)]
    [InlineData("/goals/{goal}/edit", 3)]
    [InlineData("/settings", 4)]
    [InlineData("/admin", 10)]
    [InlineData("/admin/mail", 5)]
    [InlineData("/admin/jobs", 5)]
    [InlineData("/admin/people", 4)]
    [InlineData("/admin/invites", 3)]
    [InlineData("/admin/settings", 2)]
    [InlineData("/goals/{goal}/rescope", 5)]
    [InlineData("/tasks/{task}", 4)]
    [InlineData("/efforts", 4)]
    [InlineData("/trash", 6)]
    [InlineData("/reviews", 8)]
    public async Task A_page_costs_the_same_with_little_and_with_much(string path, int most)
    {
        var me = await Planner.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);
        path = path.Replace("{goal}", goal.ToString(), StringComparison.Ordinal).Replace("{task}", task.ToString(), StringComparison.Ordinal);
        me.App.Clock.Now = TestApp.Start.AddDays(7);
        Assert.Equal(1, await me.App.RunAsync(Web.Jobs.Job.Sweep));
        await LookAroundAsync(me);
        var little = await CountAsync(me, path);

        for (var other = 0; other < 4; other++)
        {
            var id = other == 0 ? goal : await me.SetGoalAsync($"Goal {other}");
            for (var i = 0; i < 4; i++)
            {
                var milestone = await me.AddMilestoneAsync(id, $"M {other}-{i}");
                await me.AddTaskAsync(id, $"T {other}-{i}", milestone: milestone);
                await me.SendAsync("/efforts/new", ("Input.GoalId", id.ToString()), ("Input.Time", "1"));
            }

            await me.SendAsync($"/goals/{id}/reschedule?to=2028-02-01", ("Input.Reason", "Later"));
            await me.PressAsync($"/tasks/{await me.AddTaskAsync(id, $"Gone {other}")}/trash");
        }

        // on the next day each goal without a route has a prompt
        for (var other = 0; other < 4; other++)
        {
            await me.SetGoalAsync($"No route {other}");
        }

        me.App.Clock.Now = TestApp.Start.AddDays(8);
        await me.App.RunAsync(Web.Jobs.Job.Sweep);
        await LookAroundAsync(me);
        var much = await CountAsync(me, path);

        Assert.True(little.Number == much.Number, $"{little.Number} became {much.Number}: {much}");
        Assert.True(much.Number <= most, much.ToString());
    }

    // After half an hour the cookie is checked against the account, once
    private static Task LookAroundAsync(Planner me) => me.Browser.ReadAsync("/help");

    private static async Task<QueryCount> CountAsync(Planner me, string path)
    {
        using var count = me.App.CountQueries();
        await me.Browser.ReadAsync(path);
        return count;
    }
}
