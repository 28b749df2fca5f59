using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class RecurringTaskPageTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestApp.Start);

    [Theory, OnSqlite, OnPostgres]
    public async Task Ticking_an_occurrence_makes_the_next_and_unticking_takes_it_away(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        await AddAsync(me, goal, ("Input.Rhythm", "Day"), ("Input.Every", "2"));
        var first = await me.ReadAsync(db => db.Tasks.SingleAsync());
        Assert.Equal((Today, 30), (first.DueOn, first.Estimate));

        await me.PressAsync($"/tasks/{first.Id}/tick");
        await me.PressAsync($"/tasks/{first.Id}/tick");
        Assert.Equal([Today, Today.AddDays(2)], await DaysAsync(me));

        await me.PressAsync($"/tasks/{first.Id}/untick");
        Assert.Equal([Today], await DaysAsync(me));
    }

    [Fact]
    public async Task What_was_skipped_for_weeks_does_not_pile_up()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await AddAsync(me, await me.SetGoalAsync(), ("Input.Rhythm", "Day"));
        me.App.Clock.Now = TestApp.Start.AddDays(20);

        await me.PressAsync($"/tasks/{await me.ReadAsync(db => db.Tasks.Select(task => task.Id).SingleAsync())}/tick");

        Assert.Equal([Today, Today.AddDays(21)], await DaysAsync(me));
    }

    [Fact]
    public async Task An_occurrence_is_on_Today_when_it_is_due_and_counts_in_no_progress()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await AddAsync(me, goal, ("Input.Rhythm", "Day"));
        var day = await me.Browser.ReadAsync("/");
        Assert.Contains("Practise", day.QuerySelector("section[aria-labelledby=week]")!.TextContent);

        await me.PressAsync($"/tasks/{await me.ReadAsync(db => db.Tasks.Select(task => task.Id).SingleAsync())}/tick");

        Assert.Null((await me.Browser.ReadAsync("/")).QuerySelector("section[aria-labelledby=week]"));
        var page = await me.Browser.ReadAsync($"/goals/{goal}");
        Assert.Contains("every day", page.QuerySelector("#repeats")!.TextContent);
        Assert.Equal("0", page.QuerySelector("aside progress")!.GetAttribute("value"));
        Assert.Contains("No plan yet", (await me.Browser.ReadAsync("/goals")).QuerySelector(".card")!.TextContent);
    }

    [Fact]
    public async Task It_takes_its_hours_before_anything_is_laid_out()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await AddAsync(me, goal, ("Input.Rhythm", "Day"));
        var task = await me.AddTaskAsync(goal, "One", "5");

        // Seven half hours out of five hours
        Assert.Equal(
            90,
            (await me.ScheduleAsync()).Allocations.First(row => row.TaskId == task && row.Week > Today).Minutes
        );
    }

    [Fact]
    public async Task Today_and_the_schedule_count_all_its_occurrences_of_the_week()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await AddAsync(me, goal, ("Input.Rhythm", "Day"));

        await me.AddTaskAsync(goal, "One", "0:15");

        // From Wednesday: five half hours and a quarter, of five sevenths of five hours in quarters of an hour
        foreach (var path in new[] { "/", "/schedule" })
        {
            Assert.Contains(
                "2 h 45 min of 3 h 30 min",
                (await me.Browser.ReadAsync(path)).QuerySelector("main")!.TextContent
            );
        }
    }

    [Fact]
    public async Task It_is_edited_let_pass_and_ended()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await AddAsync(me, await me.SetGoalAsync(), ("Input.Rhythm", "Day"));
        var series = await me.ReadAsync(db => db.RecurringTasks.Select(row => row.Id).SingleAsync());

        await me.PressAsync($"/repeats/{series}/skip");
        Assert.Equal([Today.AddDays(1)], await DaysAsync(me));

        await me.SendAsync(
            $"/repeats/{series}",
            ("Input.Rhythm", "MonthWeekday"),
            ("Input.Which", "1"),
            ("Input.Weekday", "Monday"),
            ("Input.Title", "Call Kim")
        );
        Assert.Equal(
            ("Call Kim", DayOfWeek.Monday),
            await me.ReadAsync(async db =>
                await db.Tasks.SingleAsync() is { } task ? (task.Title, task.DueOn!.Value.DayOfWeek) : default
            )
        );
        Assert.Contains(
            "the first Monday of every month",
            (await me.Browser.ReadAsync($"/repeats/{series}")).QuerySelector(".lead")!.TextContent
        );

        await me.PressAsync($"/repeats/{series}/end");
        Assert.Empty(await DaysAsync(me));
    }

    [Fact]
    public async Task A_rule_that_ends_before_it_starts_is_refused_at_its_field()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));

        var page = await me.RefusedAsync(
            $"/goals/{await me.SetGoalAsync()}/repeats/new",
            ("Input.Title", "Practise"),
            ("Input.Until", Iso(Today.AddDays(-3)))
        );

        Assert.Contains("before the first", page.QuerySelector("#Input_Until-error")!.TextContent);
    }

    private static Task<string> AddAsync(PlanBuilder me, Guid goal, params (string, string?)[] fields) =>
        me.SendAsync($"/goals/{goal}/repeats/new", [("Input.Title", "Practise"), ("Input.Estimate", "30m"), .. fields]);

    private static Task<List<DateOnly?>> DaysAsync(PlanBuilder me) =>
        me.ReadAsync(db =>
            db.Tasks.Where(task => task.RecurringTaskId != null)
                .OrderBy(task => task.DueOn)
                .Select(task => task.DueOn)
                .ToListAsync()
        );

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
