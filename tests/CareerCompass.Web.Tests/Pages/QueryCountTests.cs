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
    [InlineData("/goals/{goal}/reschedule", 4)]
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
        }

        var much = await CountAsync(me, path);

        Assert.True(little.Number == much.Number, $"{little.Number} became {much.Number}: {much}");
        Assert.True(much.Number <= most, much.ToString());
    }

    private static async Task<QueryCount> CountAsync(Planner me, string path)
    {
        using var count = me.App.CountQueries();
        await me.Browser.ReadAsync(path);
        return count;
    }
}
