using System.Net;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SchedulePageTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_schedule_is_there_at_once_and_moves_as_the_plan_changes(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var (one, two) = (await me.AddTaskAsync(goal, "One", "20"), await me.AddTaskAsync(goal, "Two", null));

        var page = await me.Browser.ReadAsync("/schedule");
        Assert.Contains("1 task has no estimate", page.QuerySelector("main")!.TextContent);
        Assert.Contains("One", page.QuerySelector(".week")!.TextContent);
        Assert.Contains(
            "this week",
            (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector($"#t-{one}")!.TextContent
        );
        Assert.True((await WeeksAsync(me, one))[^1] <= (await WeeksAsync(me, two))[0]);

        await me.PressAsync($"/tasks/{one}/tick");

        Assert.DoesNotContain("One", (await me.Browser.ReadAsync("/schedule")).QuerySelector(".board")!.TextContent);
        Assert.Equal([IsoWeek.Monday(DateOnly.FromDateTime(TestApp.Start))], await WeeksAsync(me, two));
    }

    [Fact]
    public async Task Time_logged_on_a_task_counts_as_work_done()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal, "One", "20");

        await me.SendAsync($"/efforts/new?task={task}", ("Input.Time", "15"), ("Input.Day", Iso(TestApp.Start)));

        Assert.Equal(
            5 * 60,
            (await me.ScheduleAsync()).Allocations.Where(row => row.TaskId == task).Sum(row => row.Minutes)
        );
    }

    [Fact]
    public async Task What_does_not_fit_is_said_in_numbers_with_the_ways_out()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync(target: Iso(TestApp.Start.AddDays(28)));
        await me.AddTaskAsync(goal, "Too much", "60");

        var page = await me.Browser.ReadAsync("/schedule");

        var told = page.QuerySelector("section[aria-labelledby=fits] .prompt")!;
        Assert.Matches("The goal needs 60 h before its target, .*, but only", told.TextContent);
        Assert.Matches("increase to .* a week", told.TextContent);
        Assert.Contains($"/goals/{goal}/reschedule?to=", told.InnerHtml);
        Assert.Contains($"/goals/{goal}/rescope", told.InnerHtml);
    }

    [Fact]
    public async Task The_way_out_of_a_late_milestone_opens_the_form_with_its_date()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var stop = await me.AddMilestoneAsync(goal, date: Iso(TestApp.Start.AddDays(14)));
        await me.AddTaskAsync(goal, "Too much", "20", stop);

        var way = (await me.Browser.ReadAsync("/schedule")).QuerySelector(".ways a[href*=reschedule]")!;
        var form = await me.Browser.ReadAsync(way.GetAttribute("href")!);

        Assert.Equal(
            way.TextContent,
            $"move the date to "
                + $"{DateOnly.Parse(form.QuerySelector("[name='Input.Dates[0].Date']")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture):d MMMM yyyy}"
        );
        Assert.Equal(0, (await me.Browser.ReadAsync("/schedule")).QuerySelectorAll(".ways a[href*=setup]").Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pinned_task_stays_in_its_week_until_it_is_let_go(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal, "One", "2");
        var week = IsoWeek.Monday(DateOnly.FromDateTime(TestApp.Start)).AddDays(35);

        await PostAsync(me, $"/tasks/{task}/week", ("On", Iso(week.AddDays(3))));
        Assert.Equal([week], await WeeksAsync(me, task));
        Assert.Contains("pinned", (await me.Browser.ReadAsync("/schedule")).QuerySelector("main")!.TextContent);

        await PostAsync(me, $"/tasks/{task}/week", ("Unpin", "true"));
        Assert.True((await WeeksAsync(me, task))[0] < week);
    }

    [Fact]
    public async Task Nobody_places_work_in_a_week_that_is_over()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync());

        var said = await PostAsync(me, $"/tasks/{task}/week", ("Week", Iso(TestApp.Start.AddDays(-8))));

        Assert.Contains("Choose this week or a later one", said);
        Assert.Equal([IsoWeek.Monday(DateOnly.FromDateTime(TestApp.Start))], await WeeksAsync(me, task));
    }

    [Theory]
    [InlineData("this-week", 0)]
    [InlineData("next-week", 7)]
    [InlineData("release", null)]
    public async Task What_is_left_over_is_decided_in_one_act(string verb, int? days)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal, "Left over", "1");
        var done = await me.AddTaskAsync(goal, "Done in time", "1");
        await me.ReadAsync(async db =>
        {
            await db.PlanWeekAsync((await db.CurrentPersonAsync())!, DateOnly.FromDateTime(TestApp.Start));
            return await db.SaveChangesAsync();
        });
        await me.PressAsync($"/tasks/{done}/tick");
        me.App.Clock.Now = TestApp.Start.AddDays(14);

        Assert.Contains("left over", (await me.Browser.ReadAsync("/")).QuerySelector(".tasks")!.TextContent);
        await me.PressAsync($"/schedule/left-over/{verb}");

        var monday = IsoWeek.Monday(DateOnly.FromDateTime(me.App.Clock.Now));
        DateOnly? pinned = days is { } ahead ? monday.AddDays(ahead) : null;
        Assert.Equal(
            pinned,
            await me.ReadAsync(db => db.Tasks.Where(row => row.Id == task).Select(row => row.PinnedWeek).SingleAsync())
        );
        Assert.Null(
            await me.ReadAsync(db => db.Tasks.Where(row => row.Id == done).Select(row => row.PinnedWeek).SingleAsync())
        );
        Assert.Equal([pinned ?? monday], await WeeksAsync(me, task));
        Assert.Empty(await me.ReadAsync(db => db.LeftOverWeeksAsync(monday)));
        Assert.DoesNotContain("left over", (await me.Browser.ReadAsync("/")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Today_says_what_this_week_holds_against_the_hours()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync(), "One", "1.5");
        await PostAsync(me, $"/tasks/{task}/week", ("Week", Iso(TestApp.Start)));

        var week = (await me.Browser.ReadAsync("/")).QuerySelector("section[aria-labelledby=week]")!;

        Assert.Contains("1 h 30 min of 3 h 30 min", week.TextContent);
        Assert.Equal("One", week.QuerySelector(".tasks a")!.TextContent);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Days_off_take_their_share_of_what_today_says_of_the_week(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var task = await me.AddTaskAsync(await me.SetGoalAsync(), "One", "1.5");
        await PostAsync(me, $"/tasks/{task}/week", ("Week", Iso(TestApp.Start)));
        var monday = IsoWeek.Monday(DateOnly.FromDateTime(TestApp.Start));
        foreach (var (first, last) in new[] { (4, 9), (6, 6), (20, 21) })
        {
            await me.SendAsync(
                "/settings/time-off",
                ("Input.FirstDay", Iso(monday.AddDays(first))),
                ("Input.LastDay", Iso(monday.AddDays(last)))
            );
        }

        var week = (await me.Browser.ReadAsync("/")).QuerySelector("section[aria-labelledby=week]")!;

        Assert.Contains("1 h 30 min of 1 h 15 min", week.TextContent);
        Assert.Single(week.QuerySelectorAll(".tasks li"));
    }

    [Fact]
    public async Task What_was_typed_into_the_quick_line_goes_along_into_the_whole_form()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var stop = await me.AddMilestoneAsync(goal);

        foreach (var (title, estimate) in new[] { ("Call Kim", "soon"), ("", "") })
        {
            (string, string?)[] typed =
            [
                (Browser.TokenField, await me.Browser.TokenAsync("/goals/new")),
                ("Input.MilestoneId", stop.ToString()),
                ("Input.Title", title),
                ("Input.Estimate", estimate),
                ("More", "true"),
            ];
            using var answer = await me.Browser.PostAsync($"/goals/{goal}/tasks/new", typed);
            var form = await Browser.ReadAsync(answer);

            Assert.Equal(
                (title, estimate),
                (
                    form.QuerySelector("#Input_Title")!.GetAttribute("value") ?? "",
                    form.QuerySelector("#Input_Estimate")!.GetAttribute("value") ?? ""
                )
            );
            Assert.Equal(
                stop.ToString(),
                form.QuerySelector("#Input_MilestoneId option[selected]")!.GetAttribute("value")
            );
            Assert.Empty(form.QuerySelectorAll(".error, .problems"));
        }

        Assert.Equal(0, await me.ReadAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task A_late_milestone_stays_in_view_when_its_tasks_lie_in_this_week()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var stop = await me.AddMilestoneAsync(goal, "First project", Iso(TestApp.Start.AddDays(7)));
        var task = await me.AddTaskAsync(goal, "One", "1.5", stop);
        me.App.Clock.Now = TestApp.Start.AddDays(14);
        await PostAsync(me, $"/tasks/{task}/week", ("Week", Iso(me.App.Clock.Now)));

        var today = await me.Browser.ReadAsync("/");
        Assert.Contains("One", today.QuerySelector("section[aria-labelledby=week]")!.TextContent);
        var overdue = today.QuerySelector("section[aria-labelledby=overdue]")!;
        Assert.Contains("First project", overdue.TextContent);
        Assert.Contains("Its open tasks are in the lists above.", overdue.TextContent);

        await me.PressAsync($"/tasks/{task}/tick");
        Assert.Null((await me.Browser.ReadAsync("/")).QuerySelector("section[aria-labelledby=overdue]"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_task_comes_after_another_and_circles_are_refused_by_name(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var (one, two) = (await me.AddTaskAsync(goal, "One"), await me.AddTaskAsync(goal, "Two"));
        await me.SendAsync($"/tasks/{one}", ("Input.After", two.ToString()));

        var page = await me.RefusedAsync($"/tasks/{two}", ("Input.After", one.ToString()));

        Assert.Contains("“One” → “Two” → “One”", page.QuerySelector("#Input_After-error")!.TextContent);
        Assert.True(page.QuerySelector($"input[name='Input.After'][value='{one}']")!.HasAttribute("checked"));
        Assert.True((await WeeksAsync(me, two))[^1] <= (await WeeksAsync(me, one))[0]);
    }

    [Fact]
    public async Task The_goal_that_is_moved_up_takes_its_hours_first()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var (first, second) = (await me.SetGoalAsync("First"), await me.SetGoalAsync("Second"));
        Assert.Equal(["First", "Second"], await TitlesAsync());

        await me.PressAsync($"/goals/{second}/up");

        Assert.Equal(["Second", "First"], await TitlesAsync());
        await me.SetGoalAsync("Third");
        Assert.Equal(["Second", "First", "Third"], await TitlesAsync());
        await me.PressAsync($"/goals/{first}/down");
        Assert.Equal(["Second", "Third", "First"], await TitlesAsync());

        async Task<IEnumerable<string>> TitlesAsync() =>
            (await me.Browser.ReadAsync("/goals")).QuerySelectorAll(".card h3").Select(title => title.TextContent);
    }

    [Fact]
    public async Task Nothing_is_laid_out_in_time_off_and_hours_change_by_the_week()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync(), "One", "12");
        var monday = IsoWeek.Monday(DateOnly.FromDateTime(TestApp.Start));
        await me.SendAsync(
            "/settings/time-off",
            ("Input.FirstDay", Iso(TestApp.Start)),
            ("Input.LastDay", Iso(monday.AddDays(13))),
            ("Input.Note", "Holiday")
        );
        await me.SendAsync("/settings/hours", ("Input.From", Iso(monday.AddDays(24))), ("Input.Hours", "7"));

        Assert.Equal(
            [(monday.AddDays(14), 300), (monday.AddDays(21), 420)],
            (await me.ScheduleAsync())
                .Allocations.Where(row => row.TaskId == task)
                .Select(row => (row.Week, row.Minutes))
        );
        var page = (await me.Browser.ReadAsync("/settings/hours")).QuerySelector("main")!;
        Assert.Contains("Holiday", page.TextContent);
        await me.PressAsync(page.QuerySelector("button[formaction*=time-off]")!.GetAttribute("formaction")!);
        Assert.Equal(0, await me.ReadAsync(db => db.TimeOff.CountAsync()));
    }

    private static async Task<List<DateOnly>> WeeksAsync(PlanBuilder me, Guid task) =>
        [.. (await me.ScheduleAsync()).Allocations.Where(row => row.TaskId == task).Select(row => row.Week)];

    private static async Task<string> PostAsync(PlanBuilder me, string path, params (string, string?)[] fields)
    {
        using var response = await me.Browser.PostAsync(
            path,
            [(Browser.TokenField, await me.Browser.TokenAsync("/goals/new")), .. fields]
        );
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return (await me.Browser.ReadAsync(response.Headers.Location!.ToString())).QuerySelector(".status")?.TextContent
            ?? "";
    }

    private static string Iso(DateTime day) => Iso(DateOnly.FromDateTime(day));

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
