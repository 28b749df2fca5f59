using System.Data.Common;
using System.Text.RegularExpressions;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>The number of statements of a page does not depend on the amount of data.</summary>
public sealed partial class QueryCountTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory]
    [InlineData("/", 9)]
    [InlineData("/goals", 4)]
    [InlineData("/goals/{goal}", 9)]
    [InlineData("/goals/map", 5)]
    [InlineData("/goals/map?zoom=five-years", 5)]
    [InlineData("/goals/{goal}/history", 5)]
    [InlineData("/goals/{goal}/history/1", 5)]
    [InlineData("/goals/{goal}/history?on=2027-03-12", 5)]
    [InlineData("/goals/map?on=2027-03-05", 3)]
    [InlineData("/goals/{goal}/reschedule", 5)]
    [InlineData("/goals/{goal}/reschedule?to=p80", 9)]
    [InlineData("/goals/{goal}/hours", 3)]
    [InlineData("/goals/{goal}/new-path", 4)]
    [InlineData("/goals/{goal}/edit", 4)]
    [InlineData("/direction", 6)]
    [InlineData("/direction/areas", 4)]
    [InlineData("/settings", 4)]
    [InlineData("/admin", 12)]
    [InlineData("/admin/mail", 7)]
    [InlineData("/admin/jobs", 7)]
    [InlineData("/admin/people", 6)]
    [InlineData("/admin/invites", 5)]
    [InlineData("/admin/settings", 4)]
    [InlineData("/goals/{goal}/rescope", 5)]
    [InlineData("/tasks/{task}", 6)]
    [InlineData("/schedule", 3)]
    [InlineData("/settings/hours", 4)]
    [InlineData("/calibration", 3)]
    [InlineData("/efforts", 4)]
    [InlineData("/efforts/new", 3)]
    [InlineData("/tasks/{task}/took", 2)]
    [InlineData("/trash", 8)]
    [InlineData("/prompts", 5)]
    [InlineData("/goals/{goal}/tripwires/new", 3)]
    [InlineData("/setup/goals/{goal}/milestones", 4)]
    [InlineData("/setup/goals/{goal}/tasks", 5)]
    [InlineData("/setup/goals/{goal}/hours", 3)]
    [InlineData("/setup/goals/{goal}/route", 10)]
    [InlineData("/setup/templates", 3)]
    [InlineData("/reviews", 8)]
    public async Task A_page_costs_the_same_with_little_and_with_much(string path, int most)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);
        path = path.Replace("{goal}", goal.ToString(), StringComparison.Ordinal)
            .Replace("{task}", task.ToString(), StringComparison.Ordinal);
        me.App.Clock.Now = TestApp.Start.AddDays(7);
        Assert.Equal(1, await me.App.RunAsync(Web.Jobs.RecurringJob.Reviews));
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

        // On the next day each goal without a plan has a prompt
        for (var other = 0; other < 4; other++)
        {
            await me.SetGoalAsync($"No route {other}");
        }

        me.App.Clock.Now = TestApp.Start.AddDays(8);
        await me.App.RunAsync(Web.Jobs.RecurringJob.Reviews);
        await LookAroundAsync(me);
        var much = await CountAsync(me, path);

        Assert.True(little.Number == much.Number, $"{little.Number} became {much.Number}: {much}");
        Assert.True(much.Number <= most, much.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/goals")]
    [InlineData("/goals/{goal}")]
    [InlineData("/goals/map")]
    [InlineData("/efforts")]
    public async Task What_is_opened_daily_is_found_by_index_however_many_others_there_are(string path)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.AddTaskAsync(goal, milestone: await me.AddMilestoneAsync(goal));
        await LookAroundAsync(me);

        var count = await CountAsync(me, path.Replace("{goal}", goal.ToString(), StringComparison.Ordinal));

        // SQLite plans by the schema alone, so a small database behaves like a big one
        foreach (var statement in count.Statements)
        {
            var plan = await me.ReadAsync(db => PlanAsync(db.Database.GetDbConnection(), statement));
            Assert.True(
                plan.Count > 0 && !plan.Exists(step => step.StartsWith("SCAN", StringComparison.Ordinal)),
                $"{string.Join('\n', plan)}\n\n{statement}"
            );
        }
    }

    private static async Task<List<string>> PlanAsync(DbConnection connection, string statement)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Guid.Empty);
            command.Parameters.Add(parameter);
        }

        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Parameter();

    // Lets the periodic check of the cookie (every half hour) and of mail health (20 seconds) happen first
    private static async Task LookAroundAsync(PlanBuilder me)
    {
        await me.Browser.ReadAsync("/help");
        await me.App.Services.GetRequiredService<Web.Mail.MailMonitor>().CheckAsync();
    }

    private static async Task<QueryCount> CountAsync(PlanBuilder me, string path)
    {
        using var count = me.App.CountQueries();
        await me.Browser.ReadAsync(path);
        return count;
    }
}
