using System.Net;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class TimeEntryPageTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Time_is_logged_for_a_task_and_so_for_its_goal(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);

        var form = await me.Browser.ReadAsync($"/efforts/new?task={task}&back=/goals");
        Assert.Equal(task.ToString(), form.QuerySelector("#Input_GoalId option[selected]")!.GetAttribute("value"));
        Assert.Equal(
            ["Lead a team in general", "Talk to Kim"],
            form.QuerySelectorAll("#Input_GoalId optgroup[label='Lead a team'] option")
                .Select(option => option.TextContent)
        );
        Assert.Equal("/goals", await me.SendAsync($"/efforts/new?task={task}&back=/goals", ("Input.Time", "45m")));

        var timeEntry = await me.ReadAsync(db => db.TimeEntries.SingleAsync());
        Assert.Equal(
            (goal, task, 45, new DateOnly(2027, 3, 3)),
            (timeEntry.GoalId, timeEntry.TaskId, timeEntry.Minutes, timeEntry.Day)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_is_corrected_and_deleted_and_comes_back(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);
        await me.SendAsync("/efforts/new", ("Input.GoalId", goal.ToString()), ("Input.Time", "1"));
        var id = (await me.ReadAsync(db => db.TimeEntries.SingleAsync())).Id;

        await me.SendAsync(
            $"/efforts/{id}",
            ("Input.GoalId", task.ToString()),
            ("Input.Time", "1:30"),
            ("Input.Day", "2027-03-01")
        );

        var timeEntry = await me.ReadAsync(db => db.TimeEntries.SingleAsync());
        Assert.Equal((task, 90, new DateOnly(2027, 3, 1)), (timeEntry.TaskId, timeEntry.Minutes, timeEntry.Day));
        var page = await me.Browser.ReadAsync("/efforts");
        Assert.Contains(
            "1 h 30 min invested in your career since March 2027",
            page.QuerySelector(".lead")!.TextContent
        );
        Assert.Contains("Talk to Kim", page.QuerySelector("form table")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("rect.day title"), title => title.TextContent == "Mon 1 Mar: 1 h 30 min");

        await me.PressAsync($"/efforts/{id}/trash");
        Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync($"/efforts/{id}")).StatusCode);
        await me.PressAsync($"/efforts/{id}/restore");
        Assert.Equal(1, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Fact]
    public async Task The_second_of_two_tabs_that_correct_an_entry_is_told()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SendAsync("/efforts/new", ("Input.GoalId", (await me.SetGoalAsync()).ToString()), ("Input.Time", "1"));
        var id = (await me.ReadAsync(db => db.TimeEntries.SingleAsync())).Id;
        var stale = (await me.Browser.ReadAsync($"/efforts/{id}"))
            .QuerySelector("#Input_Version")!
            .GetAttribute("value");
        await me.SendAsync($"/efforts/{id}", ("Input.Time", "2"));

        var page = await me.RefusedAsync($"/efforts/{id}", ("Input.Time", "3"), ("Input.Version", stale));

        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("3", page.QuerySelector("#Input_Time")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Input.Time", "soon")]
    [InlineData("Input.Time", "25")]
    [InlineData("Input.Day", "2027-03-04")]
    [InlineData("Input.GoalId", "01990000-0000-7000-8000-000000000000")]
    public async Task A_correction_that_cannot_be_is_refused_at_the_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SendAsync("/efforts/new", ("Input.GoalId", (await me.SetGoalAsync()).ToString()), ("Input.Time", "1"));
        var id = (await me.ReadAsync(db => db.TimeEntries.SingleAsync())).Id;

        var page = await me.RefusedAsync($"/efforts/{id}", (field, value));

        Assert.NotNull(page.QuerySelector($"#{field.Replace('.', '_')}-error"));
        Assert.Equal(60, (await me.ReadAsync(db => db.TimeEntries.SingleAsync())).Minutes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_tick_the_next_page_asks_how_long_it_took(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal, estimate: "1.5");
        await me.SendAsync(
            "/efforts/new",
            ("Input.GoalId", task.ToString()),
            ("Input.Time", "30m"),
            ("Input.Day", "2027-03-01")
        );
        await me.PressAsync($"/tasks/{task}/tick");

        var page = await me.Browser.ReadAsync($"/goals/{goal}");
        var form = page.QuerySelector("form.took")!;
        Assert.Contains("Done: Talk to Kim", form.Closest(".toast")!.TextContent);
        Assert.Contains("30 min is already logged", form.TextContent);
        Assert.Equal("1", form.QuerySelector("[name='Input.Time']")!.GetAttribute("value"));
        var fields = form.QuerySelectorAll("input")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")))
            .Where(field => field.Item1 != "Input.Time");
        using var saved = await me.Browser.PostAsync(form.GetAttribute("action")!, [.. fields, ("Input.Time", "1:10")]);

        Assert.Equal($"/goals/{goal}", saved.Headers.Location!.ToString());
        var timeEntries = await me.ReadAsync(db => db.TimeEntries.OrderBy(timeEntry => timeEntry.Day).ToListAsync());
        Assert.Equal([30, 70], timeEntries.Select(timeEntry => timeEntry.Minutes));
        Assert.Equal((task, new DateOnly(2027, 3, 3)), (timeEntries[1].TaskId, timeEntries[1].Day));

        Assert.Null((await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("form.took"));
        await me.PressAsync($"/tasks/{task}/untick");
        Assert.Null((await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("form.took"));
        Assert.Equal(2, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a while")]
    [InlineData("25")]
    public async Task What_cannot_be_read_comes_back_at_the_field(string typed)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync());
        await me.PressAsync($"/tasks/{task}/tick");

        var page = await me.RefusedAsync($"/tasks/{task}/took", ("Input.Time", typed), ("Back", "/goals"));

        Assert.NotNull(page.QuerySelector("#Input_Time-error"));
        Assert.Equal(typed, page.QuerySelector("#Input_Time")!.GetAttribute("value") ?? "");
        Assert.Equal("/goals", page.QuerySelector("main input[name=Back]")!.GetAttribute("value"));
        Assert.Equal(0, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Fact]
    public async Task A_foreign_way_back_is_not_followed()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);

        Assert.Equal(
            $"/goals/{goal}",
            await me.SendAsync($"/tasks/{task}/took", ("Input.Time", "1"), ("Back", "//evil.example"))
        );
        Assert.Equal(
            "/efforts",
            await me.SendAsync(
                "/efforts/new?back=https://evil.example",
                ("Input.GoalId", goal.ToString()),
                ("Input.Time", "1")
            )
        );
    }
}
