using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class DirectionTests(TestApps apps) : IClassFixture<TestApps>
{
    [Fact]
    public async Task An_empty_page_teaches_what_belongs_there_and_offers_the_first_step()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var page = await me.Browser.ReadAsync("/direction");
        Assert.Equal("/direction/edit", page.QuerySelector(".empty a.primary")!.GetAttribute("href"));
        Assert.Equal(3, page.QuerySelectorAll("main li.said").Length);
        Assert.Equal("page", page.QuerySelector("nav.rail a[href='/direction']")!.GetAttribute("aria-current"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_direction_has_a_statement_areas_with_their_goals_and_aspirations_that_goals_serve(
        TestDatabase database
    )
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        await me.SendAsync("/direction/edit", ("Input.Statement", "To lead **people**"));
        await NameAreasAsync(me, ("Craft", 60), ("People", 40));
        await me.SendAsync("/direction/aspirations", ("Input.Rows[0].Title", "A home"));
        var (craft, home) = await me.ReadAsync(async db =>
            (await db.FocusAreas.SingleAsync(area => area.Name == "Craft"), await db.Aspirations.SingleAsync())
        );
        await me.SendAsync(
            "/goals/new",
            ("Input.Title", "Pass the exam"),
            ("Input.Target", "2027-12-01"),
            ("Input.FocusAreaId", craft.Id.ToString()),
            ("Input.AspirationId", home.Id.ToString())
        );
        var loose = await me.SetGoalAsync("Rest more");

        var page = await me.Browser.ReadAsync("/direction");
        Assert.Equal("people", page.QuerySelector(".prose strong")!.TextContent);
        Assert.Equal(
            ["Craft", "People", "A home"],
            page.QuerySelectorAll(".card h3").Select(title => title.TextContent)
        );
        Assert.Equal(
            ["Pass the exam", null, "Pass the exam"],
            page.QuerySelectorAll(".card").Select(card => card.QuerySelector("li a")?.TextContent)
        );
        Assert.Contains("Rest more", page.QuerySelector("#areas")!.Closest("section")!.TextContent);

        var goal = await me.ReadAsync(db => db.Goals.SingleAsync(goal => goal.FocusAreaId != null));
        Assert.Contains(
            "Craft · for: A home",
            (await me.Browser.ReadAsync($"/goals/{goal.Id}")).QuerySelector(".head")!.TextContent
        );
        Assert.Equal(
            ["Craft", "No focus area"],
            (await me.Browser.ReadAsync("/goals")).QuerySelectorAll("main h2").Select(title => title.TextContent)
        );

        await me.SendAsync($"/goals/{goal.Id}/edit", ("Input.FocusAreaId", ""));
        await me.SendAsync($"/goals/{loose}/edit", ("Input.AspirationId", home.Id.ToString()));
        var goals = await me.ReadAsync(db => db.Goals.OrderBy(other => other.Title).ToListAsync());
        Assert.Equal(
            [(null, home.Id), (null, home.Id)],
            goals.Select(other => (other.FocusAreaId, other.AspirationId))
        );
    }

    [Fact]
    public async Task Goal_forms_ask_for_area_and_aspiration_only_when_there_are_some()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        Assert.Empty((await me.Browser.ReadAsync("/goals/new")).QuerySelectorAll("main select"));
        await NameAreasAsync(me, ("Craft", 60), ("People", 40));
        var people = await me.ReadAsync(db => db.FocusAreas.SingleAsync(area => area.Name == "People"));

        var form = await me.Browser.ReadAsync($"/goals/new?area={people.Id}");

        var select = Assert.IsAssignableFrom<IHtmlSelectElement>(Assert.Single(form.QuerySelectorAll("main select")));
        Assert.Equal(("Input.FocusAreaId", people.Id.ToString()), (select.Name, select.Value));
        Assert.Equal(["None", "Craft", "People"], select.Options.Select(option => option.Text));
    }

    [Theory]
    [InlineData(50, 40, "This adds up to 90 %: 10 % left to assign.")]
    [InlineData(70, 45, "This adds up to 115 %: 15 % too much.")]
    public async Task Shares_that_do_not_add_up_are_told_by_how_much_and_everything_typed_stays(
        int craft,
        int people,
        string said
    )
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var page = await me.RefusedAsync("/direction/areas", Rows(("Craft", craft), ("People", people)));

        Assert.Equal(said, page.QuerySelector("main form .error")!.TextContent);
        Assert.Equal(["Craft", $"{craft}", "People", $"{people}"], Typed(page));
        Assert.Equal(0, await me.ReadAsync(db => db.FocusAreas.CountAsync()));
    }

    [Theory]
    [InlineData("Input.Rows[1].Share", "a lot")]
    [InlineData("Input.Rows[1].Share", "101")]
    [InlineData("Input.Rows[1].Share", "99999999999999")]
    [InlineData("Input.Rows[1].Name", "LONG")]
    public async Task A_row_is_refused_at_its_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        value = value == "LONG" ? new string('x', 201) : value;

        var page = await me.RefusedAsync(
            "/direction/areas",
            [.. Rows(("Craft", 60), ("People", 40)).Where(row => row.Item1 != field), (field, value)]
        );

        var control = page.QuerySelector($"[name='{field}']")!;
        Assert.Equal(value, control.GetAttribute("value"));
        Assert.NotNull(page.GetElementById(control.GetAttribute("aria-describedby")!));
        Assert.Contains("Craft", Typed(page));
    }

    [Fact]
    public async Task Make_it_add_up_scales_the_form_and_keeps_nothing_yet()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));

        using var response = await me.Browser.PostFormAsync(
            "/direction/areas",
            [.. Rows(("Craft", 40), ("People", 30), ("Voice", 20)), ("Input.AddUp", "true")]
        );

        var page = await Browser.ReadAsync(response);
        Assert.Equal(["Craft", "45", "People", "33", "Voice", "22"], Typed(page));
        Assert.Equal("This adds up to 100 %.", page.QuerySelector("output")!.TextContent);
        Assert.Equal(0, await me.ReadAsync(db => db.FocusAreas.CountAsync()));
    }

    [Fact]
    public async Task Rows_are_moved_and_removed_in_the_form_and_kept_when_it_is_saved()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await NameAreasAsync(me, ("Craft", 50), ("People", 30), ("Voice", 20));
        var before = await me.ReadAsync(db => db.FocusAreas.OrderBy(area => area.Position).ToListAsync());

        using var moved = await me.Browser.PostFormAsync("/direction/areas", ("Input.Up", "2"));
        Assert.Equal(["Craft", "50", "Voice", "20", "People", "30"], Typed(await Browser.ReadAsync(moved)));
        using var dropped = await me.Browser.PostFormAsync("/direction/areas", ("Input.Drop", "0"));
        var page = await Browser.ReadAsync(dropped);
        Assert.Equal(["People", "30", "Voice", "20"], Typed(page));
        Assert.Equal(3, await me.ReadAsync(db => db.FocusAreas.CountAsync()));

        var fields = page.QuerySelectorAll<IHtmlInputElement>("main form input")
            .Where(input => input.Name is not null)
            .Select(input => (input.Name!, (string?)(input.Value is "30" or "20" ? "50" : input.Value)))
            .ToArray();
        using var saved = await me.Browser.PostAsync("/direction/areas", fields);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await me.ReadAsync(db => db.FocusAreas.OrderBy(area => area.Position).ToListAsync());
        Assert.Equal([("People", 50), ("Voice", 50)], after.Select(area => (area.Name, area.Share)));
        Assert.Equal(before[1].Id, after[0].Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goals_live_on_without_an_area_or_aspiration_that_is_dropped_also_in_Trash(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        await NameAreasAsync(me, ("Craft", 60), ("People", 40));
        await me.SendAsync(
            "/direction/aspirations",
            ("Input.Rows[0].Title", "A home"),
            ("Input.Rows[1].Title", "Travel")
        );
        var (craft, home) = await me.ReadAsync(async db =>
            (
                await db.FocusAreas.SingleAsync(area => area.Name == "Craft"),
                await db.Aspirations.SingleAsync(aspiration => aspiration.Title == "A home")
            )
        );
        var (kept, trashed) = (await me.SetGoalAsync("Kept"), await me.SetGoalAsync("Trashed"));
        foreach (var goal in new[] { kept, trashed })
        {
            await me.SendAsync(
                $"/goals/{goal}/edit",
                ("Input.FocusAreaId", craft.Id.ToString()),
                ("Input.AspirationId", home.Id.ToString())
            );
        }

        await me.PressAsync($"/goals/{trashed}/trash");
        await me.SendAsync(
            "/direction/areas",
            ("Input.Rows[0].Name", ""),
            ("Input.Rows[0].Share", ""),
            ("Input.Rows[1].Share", "100")
        );
        await me.SendAsync("/direction/aspirations", ("Input.Rows[0].Title", " "));
        await me.PressAsync($"/goals/{trashed}/restore");

        Assert.Equal("People", (await me.ReadAsync(db => db.FocusAreas.SingleAsync())).Name);
        Assert.Equal("Travel", (await me.ReadAsync(db => db.Aspirations.SingleAsync())).Title);
        Assert.All(await me.ReadAsync(db => db.Goals.ToListAsync()), goal =>
            Assert.Equal((null, null), (goal.FocusAreaId, goal.AspirationId))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_strangers_area_and_aspiration_are_refused_by_the_form_and_by_the_database(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var other = await PlanBuilder.StartAsync(app, "eve@example.org");
        await other.SendAsync("/direction/edit", ("Input.Statement", "Eve's secret"));
        await NameAreasAsync(other, ("Eve's craft", 100));
        await other.SendAsync("/direction/aspirations", ("Input.Rows[0].Title", "Eve's home"));
        var (area, aspiration) = await other.ReadAsync(async db =>
            ((await db.FocusAreas.SingleAsync()).Id, (await db.Aspirations.SingleAsync()).Id)
        );
        var me = await PlanBuilder.StartAsync(app);
        Assert.NotNull((await me.Browser.ReadAsync("/direction")).QuerySelector(".empty"));
        var goal = await me.SetGoalAsync();

        foreach (var path in new[] { "/goals/new", $"/goals/{goal}/edit" })
        {
            foreach (var (field, id) in new[] { ("Input.FocusAreaId", area), ("Input.AspirationId", aspiration) })
            {
                var page = await me.RefusedAsync(
                    path,
                    ("Input.Title", "Typed for long"),
                    ("Input.Target", "2027-12-01"),
                    ("Input.IfThen", "If so, then"),
                    (field, id.ToString())
                );
                Assert.StartsWith(
                    "Choose one of your",
                    page.GetElementById(field.Replace('.', '_') + "-error")!.TextContent
                );
                Assert.Equal("Typed for long", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
                Assert.Equal("If so, then", page.QuerySelector("#Input_IfThen")!.GetAttribute("value"));
                Assert.True(page.QuerySelector("main form details")!.HasAttribute("open"));
            }
        }

        // Another person's row id in my form creates my own row
        await me.SendAsync(
            "/direction/areas",
            ("Input.Rows[0].Id", area.ToString()),
            ("Input.Rows[0].Name", "Mine"),
            ("Input.Rows[0].Share", "100")
        );
        Assert.NotEqual(area, (await me.ReadAsync(db => db.FocusAreas.SingleAsync())).Id);
        Assert.Equal("Eve's craft", (await other.ReadAsync(db => db.FocusAreas.SingleAsync())).Name);
        Assert.True(
            (
                await Assert.ThrowsAnyAsync<Exception>(() =>
                    me.ReadAsync(db =>
                        db.Goals.ExecuteUpdateAsync(set => set.SetProperty(row => row.FocusAreaId, (Guid?)area))
                    )
                )
            )
                .Message
                .Length > 0
        );
        Assert.True(
            (
                await Assert.ThrowsAnyAsync<Exception>(() =>
                    me.ReadAsync(db =>
                        db.Goals.ExecuteUpdateAsync(set => set.SetProperty(row => row.AspirationId, (Guid?)aspiration))
                    )
                )
            )
                .Message
                .Length > 0
        );
    }

    [Theory]
    [InlineData("/direction/edit", "Input.Statement")]
    [InlineData("/direction/areas", "Input.Rows[0].Name")]
    [InlineData("/direction/aspirations", "Input.Rows[0].Title")]
    public async Task The_second_of_two_tabs_is_told_also_when_there_was_nothing_yet(string path, string field)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var token = await me.Browser.TokenAsync(path);
        (string, string?)[] Form(string text, string? version) =>
            [(Browser.TokenField, token), ("Input.Rows[0].Share", "100"), (field, text), ("Input.Version", version)];
        async Task<string?> VersionAsync() =>
            (await me.Browser.ReadAsync(path)).QuerySelector("#Input_Version")!.GetAttribute("value");

        foreach (var round in new[] { 1, 2 })
        {
            var stale = await VersionAsync();
            using var first = await me.Browser.PostAsync(path, Form($"First {round}", stale));
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            using var second = await me.Browser.PostAsync(path, Form($"Second {round}", stale));
            var page = await Browser.ReadAsync(second);
            Assert.Contains("in another tab", page.QuerySelector(".problems")!.TextContent);
            var control = page.QuerySelector($"[name='{field}']")!;
            Assert.Equal($"Second {round}", control.GetAttribute("value") ?? control.TextContent.Trim());
            Assert.Equal(await VersionAsync(), page.QuerySelector("#Input_Version")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_rose_tells_wanted_attention_and_where_the_time_went()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await NameAreasAsync(me, ("Craft", 60), ("People", 40));
        Assert.Contains(
            "No time was logged",
            (await me.Browser.ReadAsync("/direction")).QuerySelector("figure.rose")!.TextContent
        );
        var areas = await me.ReadAsync(db => db.FocusAreas.OrderBy(area => area.Position).ToListAsync());
        var (craft, people, none) = (
            await me.SetGoalAsync("Craft it"),
            await me.SetGoalAsync("Lead it"),
            await me.SetGoalAsync("Loose")
        );
        await me.SendAsync($"/goals/{craft}/edit", ("Input.FocusAreaId", areas[0].Id.ToString()));
        await me.SendAsync($"/goals/{people}/edit", ("Input.FocusAreaId", areas[1].Id.ToString()));
        await LogAsync(me, (craft, 0, 30), (craft, -27, 60), (people, -28, 90), (none, -60, 20), (people, -84, 600));

        var figure = (await me.Browser.ReadAsync("/direction")).QuerySelector("figure.rose")!;

        Assert.Equal(
            ["Craft|60 %|100 %1 h 30 min|45 %1 h 30 min", "People|40 %|0 %|45 %1 h 30 min", "Other|–|0 %|10 %20 min"],
            figure
                .QuerySelectorAll("tbody tr")
                .Select(row =>
                    string.Join('|', row.Children.Select(cell => cell.TextContent.Trim().Replace("% ", "%")))
                )
        );
        Assert.Contains(
            "Craft took 100 % of your time in the last 4 weeks, 40 points more than you want. People got 0 %, 40 "
                + "points less.",
            figure.QuerySelector("desc")!.TextContent
        );
        Assert.Equal(2 + 1 + 3, figure.QuerySelectorAll("svg[role=img] polygon").Length);
    }

    [Fact]
    public async Task The_weeks_end_on_the_persons_own_day()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        foreach (var (zone, told) in new[] { ("UTC", "100 %"), ("Pacific/Kiritimati", "–") })
        {
            var me = await PlanBuilder.StartAsync(app, $"{zone[..3]}@example.org", zone);
            await NameAreasAsync(me, ("Craft", 100));
            var area = await me.ReadAsync(db => db.FocusAreas.SingleAsync());
            var goal = await me.SetGoalAsync();
            await me.SendAsync($"/goals/{goal}/edit", ("Input.FocusAreaId", area.Id.ToString()));
            await LogAsync(me, (goal, -27, 60));

            Assert.StartsWith(
                told,
                (await me.Browser.ReadAsync("/direction")).QuerySelector("tbody td:nth-of-type(2)")!.TextContent.Trim()
            );
        }
    }

    [Fact]
    public async Task An_if_then_plan_stands_quietly_under_its_task_and_an_obstacle_on_the_goals_page()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        var planned = await me.AddTaskAsync(goal, "Planned", milestone: milestone);
        await me.AddTaskAsync(goal, "Bare", milestone: milestone);
        await me.SendAsync(
            $"/tasks/{planned}",
            ("Input.Obstacle", "The phone"),
            ("Input.IfThen", "If it is <19:00>, then I read")
        );
        await me.SendAsync(
            $"/goals/{goal}/edit",
            ("Input.Obstacle", "Late meetings"),
            ("Input.IfThen", "If one comes up, then I leave at six")
        );

        foreach (var path in new[] { "/", $"/goals/{goal}" })
        {
            var plan = Assert.Single((await me.Browser.ReadAsync(path)).QuerySelectorAll(".tasks .plan"));
            Assert.Equal("If it is <19:00>, then I read", plan.TextContent);
            Assert.Equal("Planned", plan.Closest("li")!.QuerySelector("a")!.TextContent);
        }

        var page = await me.Browser.ReadAsync($"/goals/{goal}");
        Assert.Contains("Late meetings", page.QuerySelector("aside")!.TextContent);
        Assert.Contains("If one comes up, then I leave at six", page.QuerySelector("aside")!.TextContent);
        Assert.Equal(
            "The phone",
            (await me.Browser.ReadAsync($"/tasks/{planned}")).QuerySelector("#Input_Obstacle")!.GetAttribute("value")
        );

        await me.PressAsync($"/tasks/{planned}/tick");
        Assert.Empty((await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelectorAll(".plan"));
        var refused = await me.RefusedAsync($"/tasks/{planned}", ("Input.IfThen", new string('x', 501)));
        Assert.NotNull(refused.QuerySelector("#Input_IfThen-error"));
        Assert.True(refused.QuerySelector("main form details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task The_export_carries_all_of_it()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SendAsync("/direction/edit", ("Input.Statement", "My statement"));
        await NameAreasAsync(me, ("My craft", 100));
        await me.SendAsync("/direction/aspirations", ("Input.Rows[0].Title", "My home"));
        var goal = await me.SetGoalAsync();
        await me.SendAsync($"/goals/{goal}/edit", ("Input.Obstacle", "My meetings"), ("Input.IfThen", "My plan"));
        await me.SendAsync(
            $"/tasks/{await me.AddTaskAsync(goal)}",
            ("Input.Obstacle", "My phone"),
            ("Input.IfThen", "My other plan")
        );

        var json = Encoding.UTF8.GetString(
            await me.ReadAsync(db => db.ExportAsync(me.Browser.PersonId, me.App.Clock.Now))
        );

        Assert.All(
            ["My statement", "My craft", "My home", "My meetings", "My plan", "My phone", "My other plan"],
            text => Assert.Contains(text, json)
        );
    }

    private static (string, string?)[] Rows(params (string Name, int Share)[] areas) =>
        [
            .. areas.SelectMany(
                (area, at) =>
                    new (string, string?)[]
                    {
                        ($"Input.Rows[{at}].Name", area.Name),
                        ($"Input.Rows[{at}].Share", $"{area.Share}"),
                    }
            ),
        ];

    private static Task NameAreasAsync(PlanBuilder me, params (string Name, int Share)[] areas) =>
        me.SendAsync("/direction/areas", Rows(areas));

    private static IEnumerable<string> Typed(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>(".areas input:not([type=hidden])")
            .Select(input => input.Value)
            .Where(value => value.Length > 0);

    private static Task LogAsync(PlanBuilder me, params (Guid Goal, int Day, int Minutes)[] efforts) =>
        me.App.WithDbAsync(me.Browser.PersonId, db =>
        {
            var today = DateOnly.FromDateTime(me.App.Clock.Now);
            db.AddRange(
                efforts.Select(effort => new TimeEntry(
                    me.Browser.PersonId,
                    effort.Goal,
                    null,
                    today.AddDays(effort.Day),
                    effort.Minutes,
                    today
                ))
            );
            return db.SaveChangesAsync();
        });
}
