using System.Net;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SetupTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_template_to_the_route(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var today = await me.Browser.ReadAsync("/");
        Assert.Equal("/setup", today.QuerySelector(".empty a.primary")!.GetAttribute("href"));
        Assert.Equal("/setup/direction", await LedToAsync(me, "/setup"));

        Assert.Equal(
            "/setup/templates",
            await me.SendAsync("/setup/direction", ("Input.Statement", "Towards leading people"))
        );
        Assert.Contains(
            "A promotion",
            (await me.Browser.ReadAsync("/setup/templates"))
                .QuerySelectorAll(".card h3 a")
                .Select(link => link.TextContent)
        );
        Assert.Equal("/setup/goals/new?template=raise", await me.SendAsync("/setup/templates/raise"));
        var form = await me.Browser.ReadAsync("/setup/goals/new?template=raise");
        Assert.Equal("Be paid what my work is worth", form.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("2027-05-12", form.QuerySelector("#Input_Target")!.GetAttribute("value"));
        Assert.Equal("", form.QuerySelector("#Input_Why")!.TextContent.Trim());
        var milestones = await me.SendAsync(
            "/setup/goals/new?template=raise",
            ("Input.Why", "The rent"),
            ("Input.Target", "2027-04-14")
        );

        var page = await me.Browser.ReadAsync(milestones);
        Assert.Equal(
            ["2027-03-16", "2027-03-24", "2027-04-01", "2027-04-14"],
            page.QuerySelectorAll("[name$=Date]").Select(date => date.GetAttribute("value")).Where(date => date != "")
        );
        var tasks = await me.SendAsync(
            milestones,
            ("Input.Rows[0].Title", ""),
            ("Input.Rows[4].Title", "A second talk"),
            ("Input.Rows[4].Date", "2027-04-10")
        );
        var hours = await me.SendAsync(tasks, ("Input.Rows[0].Estimate", "45m"), ("Input.Rows[1].Title", ""));
        var route = await me.SendAsync(hours, ("Input.Hours", "2.5"));
        page = await me.Browser.ReadAsync(route);
        Assert.Contains(
            DatesIn(page.QuerySelector(".lead")!.TextContent),
            (await me.Browser.ReadAsync(hours)).QuerySelector("#reckoning")!.TextContent
        );
        Assert.NotNull(page.QuerySelector("figure.route svg"));

        var placed = (await me.ScheduleAsync()).Allocations;
        Assert.Equal(
            await me.ReadAsync(db => db.Tasks.Where(task => task.DoneOn == null).SumAsync(task => task.Estimate ?? 60)),
            placed.Sum(row => row.Minutes)
        );
        Assert.Equal(placed.Count, page.QuerySelectorAll(".week .tasks a").Length);
        Assert.Contains("of work at 2 h 30 min a week.", page.QuerySelector(".lead")!.TextContent);
        Assert.Matches(
            "The goal needs .* before its target, 14 April 2027, but only",
            page.QuerySelector("section[aria-labelledby=fits] > .prompt")!.TextContent
        );
        var start = route.Replace("/route", "");
        var needed = page.QuerySelector(".ways a[href*=hours]")!.GetAttribute("href")!.Split('=')[1];
        Assert.Equal(
            [$"{start}/hours?hours={needed}", start, $"{start}/tasks"],
            page.QuerySelectorAll("section[aria-labelledby=fits] > .prompt .ways a")
                .Select(way => way.GetAttribute("href"))
        );
        Assert.Equal(
            Uri.UnescapeDataString(needed),
            (await me.Browser.ReadAsync($"{start}/hours?hours={needed}"))
                .QuerySelector("#Input_Hours")!
                .GetAttribute("value")
        );
        var goal = await me.ReadAsync(db => db.Goals.SingleAsync());
        Assert.Equal($"/goals/{goal.Id}", await me.SendAsync(route));

        Assert.Equal("Towards leading people", (await me.ReadAsync(db => db.Directions.SingleAsync())).Statement);
        Assert.Equal(("The rent", new DateOnly(2027, 4, 14)), (goal.Why, goal.Target));
        Assert.Equal(
            ["The case is ready, on one page", "I have asked", "A second talk", "The answer is in writing"],
            await me.ReadAsync(db => db.Milestones.OrderBy(stop => stop.Date).Select(stop => stop.Title).ToListAsync())
        );
        Assert.Equal(
            (17, 45),
            await me.ReadAsync(async db =>
                (
                    await db.Tasks.CountAsync(),
                    (await db.Tasks.OrderBy(task => task.Position).FirstAsync()).Estimate ?? 0
                )
            )
        );
        Assert.NotEqual(0, await me.ReadAsync(db => db.TaskDependencies.CountAsync()));
        Assert.Equal(150, (await me.ReadAsync(db => db.Capacities.SingleAsync())).Minutes);
        var kept = (await me.RevisionsAsync())[^1].ReadSnapshot();
        Assert.Equal((4, 17), (kept.Milestones.Count, kept.Tasks.Count));
        Assert.Null((await me.Browser.ReadAsync("/")).QuerySelector("a[href='/setup']"));
        Assert.Equal("/setup/direction", await LedToAsync(me, "/setup"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task From_a_blank_page_left_and_gone_on_with_at_every_step(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        await me.SendAsync("/setup/direction");
        Assert.Equal("/setup/templates", await LedToAsync(me, "/setup"));
        await me.SendAsync("/setup/templates");
        Assert.Equal("/setup/goals/new", await LedToAsync(me, "/setup"));
        await me.SendAsync("/setup/goals/new", ("Input.Title", "Sail to the island"), ("Input.Target", "2027-09-01"));

        var milestones = await LedToAsync(me, "/setup");
        Assert.Contains(
            "Continue with “Sail to the island”",
            (await me.Browser.ReadAsync("/")).QuerySelector("main")!.TextContent
        );
        Assert.Equal(
            "/",
            await me.SendAsync(
                milestones,
                ("Input.Rows[0].Title", "Licence"),
                ("Input.Rows[0].Date", "2027-06-01"),
                ("Then", "leave")
            )
        );
        Assert.Equal(milestones, await LedToAsync(me, "/setup"));
        Assert.Equal(
            "Licence",
            Value((await me.Browser.ReadAsync(milestones)).QuerySelector("[name='Input.Rows[0].Title']"))
        );
        var tasks = await me.SendAsync(milestones);
        Assert.Equal(tasks, await LedToAsync(me, "/setup"));
        var more = await me.SendAsync(
            tasks,
            ("Input.Rows[0].Title", "Take lessons"),
            ("Input.Rows[0].Estimate", "20"),
            ("Then", "more")
        );
        Assert.Equal(tasks + "?more=true", more);
        Assert.Equal(4, (await me.Browser.ReadAsync(more)).QuerySelectorAll("[name$=Title]").Length);
        var hours = await me.SendAsync(tasks, ("Input.Rows[1].Title", "Rent a boat"));
        await me.SendAsync(hours, ("Pick", "300"));
        var route = await LedToAsync(me, "/setup");

        Assert.EndsWith("/route", route);
        var laid = await me.Browser.ReadAsync(route);
        Assert.Matches(
            "20 h of work at 5 h a week. Plan: .* 2027. Likely: .* 2027. .*Your target is 1 September 2027.",
            string.Join(' ', (await me.Browser.ReadAsync(hours)).QuerySelector("#reckoning")!.TextContent.Split())
        );
        Assert.Contains(
            "Your target is 1 September 2027.",
            (await me.Browser.ReadAsync(route)).QuerySelector(".lead")!.TextContent
        );
        Assert.Equal(
            ["Take lessons", "Rent a boat"],
            await me.ReadAsync(db => db.Tasks.OrderBy(task => task.Position).Select(task => task.Title).ToListAsync())
        );
        var licence = await me.ReadAsync(db => db.Milestones.Select(stop => (Guid?)stop.Id).SingleAsync());
        Assert.All(await me.ReadAsync(db => db.Tasks.ToListAsync()), task => Assert.Equal(licence, task.MilestoneId));

        await me.PressAsync("/setup/dismiss");
        Assert.DoesNotContain("Continue with", (await me.Browser.ReadAsync("/")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_title_is_one_line_however_it_was_typed_and_hours_are_reckoned_while_they_are()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var tasks = (await me.SendAsync("/setup/goals/new?template=raise")).Replace("milestones", "tasks");
        var hours = await me.SendAsync(
            tasks,
            ("Input.Rows[0].Title", "One\r\nand two"),
            ("Input.Rows[0].Estimate", "1")
        );

        Assert.Equal(
            "One and two",
            await me.ReadAsync(db => db.Tasks.OrderBy(task => task.Position).Select(task => task.Title).FirstAsync())
        );
        Assert.Contains(
            "of work at 7 h a week",
            (await me.Browser.ReadAsync(hours + "?hours=7")).QuerySelector("#reckoning")!.TextContent
        );
        Assert.Contains(
            "of work at 5 h a week",
            (await me.Browser.ReadAsync(hours + "?hours=many")).QuerySelector("#reckoning")!.TextContent
        );
    }

    [Fact]
    public async Task The_end_offers_a_target_that_holds_seven_times_in_ten()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var hours = (await me.SendAsync("/setup/goals/new?template=raise")).Replace("milestones", "hours");
        var route = await me.SendAsync(hours, ("Input.Hours", "2"));
        var before = await me.ReadAsync(db => db.Goals.SingleAsync());
        Assert.Contains("seven times in ten", (await me.Browser.ReadAsync(route)).QuerySelector("main")!.TextContent);

        await me.PressAsync($"{route}?handler=Target");

        var page = await me.Browser.ReadAsync(route);
        Assert.DoesNotContain("seven times in ten", page.QuerySelector("main")!.TextContent);
        Assert.True((await me.ReadAsync(db => db.Goals.SingleAsync())).Target > before.Target);
        Assert.Contains(
            "Early",
            (await me.Browser.ReadAsync($"/goals/{before.Id}")).QuerySelector(".badge")!.TextContent
        );
    }

    [Fact]
    public async Task The_route_of_a_goal_that_has_ended_is_its_page_and_one_without_tasks_says_what_to_do()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var page = await me.Browser.ReadAsync($"/setup/goals/{goal}/route");
        Assert.NotNull(page.QuerySelector($"a[href='/setup/goals/{goal}/tasks']:not(.steps a)"));
        Assert.Null(page.QuerySelector("#fits"));
        await me.SendAsync($"/goals/{goal}/achieve");

        Assert.Equal($"/goals/{goal}", await LedToAsync(me, $"/setup/goals/{goal}/route"));
    }

    [Fact]
    public async Task A_form_that_comes_twice_adds_nothing_twice()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SendAsync("/setup/templates");
        (string, string?)[] goal =
        [
            (Browser.TokenField, await me.Browser.TokenAsync("/setup/goals/new")),
            ("Input.Title", "Sail"),
            ("Input.Target", "2027-09-01"),
        ];
        var milestones = (await me.Browser.PostAsync("/setup/goals/new", goal)).Headers.Location!.ToString();
        Assert.Equal(milestones, (await me.Browser.PostAsync("/setup/goals/new", goal)).Headers.Location!.ToString());
        (string, string?)[] rows =
        [
            goal[0],
            ("Input.Rows[0].Title", "Halfway"),
            ("Input.Rows[0].Date", "2027-06-01"),
            ("Input.Rows[0].Estimate", "2"),
        ];
        foreach (
            var path in new[]
            {
                milestones,
                milestones,
                milestones.Replace("milestones", "tasks"),
                milestones.Replace("milestones", "tasks"),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, (await me.Browser.PostAsync(path, rows)).StatusCode);
        }

        Assert.Equal(
            (1, 1, 1),
            await me.ReadAsync(async db =>
                (await db.Goals.CountAsync(), await db.Milestones.CountAsync(), await db.Tasks.CountAsync())
            )
        );
    }

    [Fact]
    public async Task Another_date_at_the_goal_step_takes_the_milestones_along()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var milestones = await me.SendAsync("/setup/goals/new?template=raise");
        var goal = milestones.Replace("/milestones", "");

        await me.SendAsync(goal, ("Input.Target", "2027-07-21"));

        Assert.Equal(
            [new(2027, 4, 14), new(2027, 5, 12), new(2027, 6, 9), new(2027, 7, 21)],
            await me.ReadAsync(db => db.Milestones.OrderBy(stop => stop.Date).Select(stop => stop.Date).ToListAsync())
        );
    }

    [Theory]
    [InlineData("/setup/goals/new?template=raise", "Input.Title", "")]
    [InlineData("/setup/goals/new?template=raise", "Input.Target", "2027-03-03")]
    [InlineData("{goal}", "Input.Target", "someday")]
    [InlineData("{goal}/milestones", "Input.Rows[0].Date", "")]
    [InlineData("{goal}/milestones", "Input.Rows[1].Date", "2999-01-01")]
    [InlineData("{goal}/milestones", "Input.Rows[4].Date", "2027-05-01")]
    [InlineData("{goal}/tasks", "Input.Rows[0].Estimate", "a while")]
    [InlineData("{goal}/tasks", "Input.Rows[2].Estimate", "1001")]
    [InlineData("{goal}/tasks", "Input.Rows[0].Title", "LONG")]
    [InlineData("{goal}/hours", "Input.Hours", "")]
    [InlineData("{goal}/hours", "Input.Hours", "many")]
    [InlineData("{goal}/hours", "Input.Hours", "101")]
    public async Task What_is_wrong_is_told_at_its_field_and_all_that_was_typed_stays(
        string path,
        string field,
        string value
    )
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = (await me.SendAsync("/setup/goals/new?template=raise")).Replace("/milestones", "");
        var before = await SampleData.DumpAsync(me.App);
        value = value == "LONG" ? new string('x', 201) : value;
        var kept = ("Input.Rows[3].Title", "Typed meanwhile");

        var page = await me.RefusedAsync(path.Replace("{goal}", goal), (field, value), kept);

        var told = field == "Input.Rows[4].Date" ? "Input.Rows[4].Title" : field;
        var control = page.QuerySelector($"[name='{told}']")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains(control.Id + "-error", control.GetAttribute("aria-describedby")!);
        Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(control.Id + "-error")?.TextContent));
        Assert.Equal(value, Value(page.QuerySelector($"[name='{field}']")));
        if (path.Contains("milestones") || path.Contains("tasks"))
        {
            Assert.Equal(kept.Item2, Value(page.QuerySelector($"[name='{kept.Item1}']")));
        }

        Assert.Equal(before, await SampleData.DumpAsync(me.App));
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_at_the_lines_and_may_save_once_more()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var path = (await me.SendAsync("/setup/goals/new?template=raise")).Replace("milestones", "tasks");
        var stale = await me.Browser.ReadAsync(path);
        (string, string?)[] old =
        [
            .. stale
                .QuerySelectorAll("form [name^=Input]")
                .Select(field => (field.GetAttribute("name")!, (string?)Value(field))),
        ];
        await me.SendAsync(path, ("Input.Rows[0].Title", "From the first tab"));

        var page = await me.RefusedAsync(
            path,
            [
                .. old.Where(field => field.Item1 != "Input.Rows[0].Title"),
                ("Input.Rows[0].Title", "From the second tab"),
            ]
        );

        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        (string, string?)[] fresh =
        [
            .. page.QuerySelectorAll("form [name^=Input]")
                .Select(field => (field.GetAttribute("name")!, (string?)Value(field))),
        ];
        Assert.Contains(("Input.Rows[0].Title", "From the second tab"), fresh);
        await me.SendAsync(path, fresh);
        Assert.Equal(
            "From the second tab",
            (await me.ReadAsync(db => db.Tasks.OrderBy(task => task.Position).FirstAsync())).Title
        );
    }

    [Fact]
    public async Task Somebody_elses_goal_or_template_is_not_there()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var eve = await PlanBuilder.StartAsync(app, "eve@example.org");
        var foreign = await eve.SetGoalAsync();
        await eve.SendAsync($"/goals/{foreign}/template");
        var template = await eve.ReadAsync(db => db.PersonalTemplates.Select(template => template.Id).SingleAsync());
        var me = await PlanBuilder.StartAsync(app);
        var token = await me.Browser.TokenAsync("/goals/new");
        foreach (
            var path in new[]
            {
                $"/setup/goals/{foreign}",
                $"/setup/goals/{foreign}/milestones",
                $"/setup/goals/{foreign}/tasks",
                $"/setup/goals/{foreign}/hours",
                $"/setup/goals/{foreign}/route",
                $"/setup/templates/{template}",
                $"/setup/goals/new?template={template}",
                "/setup/templates/unknown",
                "/setup/goals/new?template=unknown",
                $"/templates/{template}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync(path)).StatusCode);
            using var posted = await me.Browser.PostAsync(
                path,
                (Browser.TokenField, token),
                ("Input.Title", "Mine"),
                ("Input.Target", "2027-12-01"),
                ("Input.Hours", "4")
            );
            Assert.True(posted.StatusCode == HttpStatusCode.NotFound, path);
            Assert.Contains("/account/sign-in", (await app.Anonymous().GetAsync(path)).Headers.Location!.ToString());
        }

        Assert.Equal(0, await me.ReadAsync(db => db.Goals.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_of_ones_own_becomes_a_template_is_renamed_deleted_and_brought_back(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync("Lead a team", "2027-03-31");
        await me.AddTaskAsync(
            goal,
            "Talk to Kim",
            "1,5",
            await me.AddMilestoneAsync(goal, "First project", "2027-03-17")
        );
        var shown = await me.SendAsync($"/goals/{goal}/template");
        Assert.Contains("Talk to Kim", (await me.Browser.ReadAsync(shown)).QuerySelector("main")!.TextContent);
        var edit = shown.Replace("/setup", "");
        await me.SendAsync(edit, ("Input.Title", "How I lead"));
        Assert.Contains(
            "How I lead",
            (await me.Browser.ReadAsync("/setup/templates"))
                .QuerySelectorAll(".card h3")
                .Select(title => title.TextContent)
        );

        var start = await me.SendAsync(shown);
        var milestones = await me.SendAsync(start, ("Input.Title", "Once more"), ("Input.Target", "2027-04-28"));
        Assert.Equal(
            new DateOnly(2027, 3, 31),
            await me.ReadAsync(db => db.Milestones.Select(stop => stop.Date).MaxAsync())
        );
        Assert.Contains(
            "First project",
            (await me.Browser.ReadAsync(milestones)).QuerySelectorAll("[name$=Title]").Select(Value)
        );

        using var export = await me.Browser.PostFormAsync("/settings/export");
        using var document = System.Text.Json.JsonDocument.Parse(await export.Content.ReadAsStringAsync());
        Assert.Equal(
            "Talk to Kim",
            document
                .RootElement.GetProperty("personalTemplates")[0]
                .GetProperty("template")
                .GetProperty("tasks")[0]
                .GetProperty("title")
                .GetString()
        );
        Assert.Equal(1, document.RootElement.GetProperty("goalSetups").GetArrayLength());

        await me.PressAsync(edit + "/trash");
        Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync(shown)).StatusCode);
        Assert.Contains("How I lead", (await me.Browser.ReadAsync("/trash")).QuerySelector("table")!.TextContent);
        await me.PressAsync(edit + "/restore");
        Assert.Equal(HttpStatusCode.OK, (await me.Browser.GetAsync(shown)).StatusCode);
        await me.PressAsync(edit + "/trash");
        me.App.Clock.Now = TestApp.Start.AddDays(31);
        await me.App.RunAsync(Web.Jobs.RecurringJob.Housekeeping);
        Assert.Equal(0, await me.ReadAsync(db => db.PersonalTemplates.IgnoreQueryFilters().CountAsync()));
    }

    private static string Value(AngleSharp.Dom.IElement? field) =>
        field is AngleSharp.Html.Dom.IHtmlTextAreaElement text ? text.Value : field?.GetAttribute("value") ?? "";

    private static async Task<string> LedToAsync(PlanBuilder me, string path)
    {
        using var response = await me.Browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    // "Plan: 9 April 2027. Likely: 3 May 2027."
    private static string DatesIn(string text) =>
        System.Text.RegularExpressions.Regex.Match(text, @"Plan: .*? Likely: [^.]*\.").Value;
}
