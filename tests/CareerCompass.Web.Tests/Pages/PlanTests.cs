using System.Net;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class PlanTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_plan_grows_by_milestones_and_tasks(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        await me.AddTaskAsync(goal, "Talk to Kim", "1,5", milestone, "Ask about **budget**");
        await me.AddTaskAsync(goal, "Read the book", "45m");

        var page = await me.Browser.ReadAsync($"/goals/{goal}");

        Assert.Equal(
            ["Talk to Kim ≡", "Read the book"],
            page.QuerySelectorAll(".tasks a").Select(link => link.TextContent)
        );
        Assert.Equal(
            ["1 h 30 min · this week", "45 min · this week"],
            page.QuerySelectorAll(".tasks .time").Select(time => time.TextContent)
        );
        Assert.Equal(
            ["First project", "No milestone"],
            page.QuerySelectorAll(".leg h3").Select(title => title.TextContent.Trim())
        );
        Assert.Contains("First project", page.QuerySelector("figure.route svg.long")!.TextContent);
    }

    [Fact]
    public async Task After_adding_a_task_the_cursor_is_in_the_next_and_the_milestone_stays()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.AddMilestoneAsync(goal, "Early", "2027-05-01");
        var late = await me.AddMilestoneAsync(goal, "Late", "2027-09-01");

        var page = await me.Browser.ReadAsync(
            await me.SendAsync(
                $"/goals/{goal}/tasks/new",
                ("Input.Title", "One"),
                ("Input.MilestoneId", late.ToString())
            )
        );

        Assert.Equal($"add-{late}", Assert.Single(page.QuerySelectorAll("[autofocus]")).Id);

        page = await me.Browser.ReadAsync(
            await me.SendAsync($"/goals/{goal}/tasks/new", ("Input.Title", "Two"), ("Input.MilestoneId", ""))
        );
        Assert.Equal("add-", Assert.Single(page.QuerySelectorAll("[autofocus]")).Id);
    }

    [Fact]
    public async Task Tasks_move_up_and_down_and_between_milestones()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        await me.AddTaskAsync(goal, "One");
        var two = await me.AddTaskAsync(goal, "Two");
        await me.PressAsync($"/tasks/{two}/up");
        Assert.Equal(["Two", "One"], await Titles(me, goal));

        await me.SendAsync($"/tasks/{two}", ("Input.MilestoneId", milestone.ToString()));

        Assert.Equal(
            milestone,
            await me.ReadAsync(db =>
                db.Tasks.Where(task => task.Id == two).Select(task => task.MilestoneId).SingleAsync()
            )
        );
        Assert.Equal(["Two", "One"], await Titles(me, goal));
    }

    [Fact]
    public async Task Saving_a_task_that_another_tab_put_in_Trash_keeps_the_text()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync());
        var token = await me.Browser.TokenAsync($"/tasks/{task}");
        await me.PressAsync($"/tasks/{task}/trash");

        using var response = await me.Browser.PostAsync(
            $"/tasks/{task}",
            (Browser.TokenField, token),
            ("Input.Title", "Talk"),
            ("Input.Notes", "Typed for long")
        );

        var page = await Browser.ReadAsync(response);
        Assert.Contains("moved to Trash in the meantime", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("Typed for long", page.QuerySelector("#Input_Notes")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync($"/tasks/{task}")).StatusCode);
    }

    [Fact]
    public async Task Saving_a_goal_or_milestone_that_another_tab_put_in_Trash_keeps_the_text()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        var token = await me.Browser.TokenAsync("/goals/new");
        await me.PressAsync($"/milestones/{milestone}/trash");
        await KeepsAsync($"/milestones/{milestone}", ("Input.Title", "Typed for long"), ("Input.Date", "2027-06-01"));
        await me.PressAsync($"/goals/{goal}/trash");
        await KeepsAsync($"/goals/{goal}/edit", ("Input.Title", "Typed for long"), ("Input.Target", "2027-12-01"));

        async Task KeepsAsync(string path, params (string, string?)[] fields)
        {
            using var response = await me.Browser.PostAsync(path, [(Browser.TokenField, token), .. fields]);
            var page = await Browser.ReadAsync(response);
            Assert.Contains("moved to Trash in the meantime", page.QuerySelector(".problems")!.TextContent);
            Assert.Equal("Typed for long", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
            Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task A_restored_task_can_be_moved_like_any_other()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.AddTaskAsync(goal, "A");
        var c = await me.AddTaskAsync(goal, "C");
        await me.PressAsync($"/tasks/{c}/trash");
        var d = await me.AddTaskAsync(goal, "D");
        await me.PressAsync($"/tasks/{c}/restore");

        await me.PressAsync($"/tasks/{d}/UP");

        Assert.Equal(["A", "D", "C"], await Titles(me, goal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tasks_added_at_the_same_moment_are_kept_or_told_of(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        await me.SendAsync(
            $"/goals/{goal}/pause",
            ("Input.Until", "2027-05-01"),
            ("Input.Reason", "Seals the revision")
        );
        var token = await me.Browser.TokenAsync("/goals/new");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number =>
                    me.Browser.PostAsync(
                        $"/goals/{goal}/tasks/new",
                        (Browser.TokenField, token),
                        ("Input.Title", $"Task {number}"),
                        ("Input.Estimate", "1")
                    )
                )
        );

        var kept = answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, answer =>
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, answer.StatusCode.ToString())
        );
        Assert.Equal(kept, await me.ReadAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task Days_are_asked_for_with_date_fields()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync(target: "2027-12-01");
        var target = (await me.Browser.ReadAsync($"/goals/{goal}/edit")).QuerySelector("#Input_Target")!;
        Assert.Equal(("date", "2027-12-01"), (target.GetAttribute("type"), target.GetAttribute("value")));
    }

    [Fact]
    public async Task What_is_deleted_is_in_Trash_and_comes_back()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        var task = await me.AddTaskAsync(goal, "Talk to Kim", milestone: milestone);

        await me.PressAsync($"/tasks/{task}/trash");
        await me.PressAsync($"/milestones/{milestone}/trash");
        Assert.Empty(await Titles(me, goal));
        var trash = await me.Browser.ReadAsync("/trash");
        Assert.Contains("Talk to Kim", trash.Body!.TextContent);
        Assert.Contains("First project", trash.Body.TextContent);

        await me.PressAsync($"/milestones/{milestone}/restore");
        await me.PressAsync($"/tasks/{task}/restore");
        var page = await me.Browser.ReadAsync($"/goals/{goal}");
        Assert.Equal("First project", page.QuerySelector(".leg:has(.tasks li) h3")!.TextContent.Trim());

        await me.PressAsync($"/goals/{goal}/trash");
        Assert.Equal(HttpStatusCode.NotFound, (await me.Browser.GetAsync($"/goals/{goal}")).StatusCode);
        await me.PressAsync($"/goals/{goal}/restore");
        Assert.Equal(["Talk to Kim"], await Titles(me, goal));
    }

    [Fact]
    public async Task A_task_whose_milestone_is_in_Trash_can_still_be_edited()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        await me.AddMilestoneAsync(goal, "Another", "2027-07-01");
        var task = await me.AddTaskAsync(goal, "Talk to Kim", milestone: milestone);
        await me.PressAsync($"/milestones/{milestone}/trash");

        await me.SendAsync($"/tasks/{task}", ("Input.Title", "Talk to Kim again"));

        var saved = await me.ReadAsync(db => db.Tasks.SingleAsync());
        Assert.Equal(("Talk to Kim again", null), (saved.Title, saved.MilestoneId));
    }

    [Fact]
    public async Task Edits_within_half_an_hour_are_one_revision_and_later_ones_another()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app);
        var goal = await me.SetGoalAsync();
        await me.AddMilestoneAsync(goal);
        Assert.Single(await me.RevisionsAsync());

        app.Clock.Now += TimeSpan.FromMinutes(31);
        await me.AddTaskAsync(goal);

        var revisions = await me.RevisionsAsync();
        Assert.Equal([true, false], revisions.Select(revision => revision.SealedAt is not null));
        Assert.Single(revisions[0].ReadSnapshot().Milestones);
        Assert.Empty(revisions[0].ReadSnapshot().Tasks);
    }

    [Fact]
    public async Task A_ticked_task_counts_and_can_be_unticked_and_a_tick_is_no_revision()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);
        await me.AddTaskAsync(goal, "Another", "4:30");
        var version = await me.ReadAsync(db =>
            db.Tasks.Where(row => row.Id == task).Select(row => row.Version).SingleAsync()
        );

        using var first = await me.PressAsync($"/tasks/{task}/tick", "/");
        using var second = await me.PressAsync($"/tasks/{task}/tick", "//evil.example");

        Assert.Equal("/", first.Headers.Location!.ToString());
        Assert.Equal($"/goals/{goal}", second.Headers.Location!.ToString());
        var saved = await me.ReadAsync(db => db.Tasks.SingleAsync(row => row.Id == task));
        Assert.Equal((new DateOnly(2027, 3, 3), version), (saved.DoneOn!.Value, saved.Version));
        Assert.Equal(
            "25",
            (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("progress")!.GetAttribute("value")
        );

        await me.PressAsync($"/tasks/{task}/untick");
        Assert.Null((await me.ReadAsync(db => db.Tasks.SingleAsync(row => row.Id == task))).DoneOn);
        Assert.Single(await me.RevisionsAsync());
    }

    [Fact]
    public async Task A_tick_late_at_night_falls_on_the_day_of_the_person()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app, zone: "Pacific/Auckland");
        var task = await me.AddTaskAsync(await me.SetGoalAsync());
        app.Clock.Now = new DateTime(2027, 3, 3, 12, 0, 0, DateTimeKind.Utc);

        await me.PressAsync($"/tasks/{task}/tick");

        Assert.Equal(new DateOnly(2027, 3, 4), (await me.ReadAsync(db => db.Tasks.SingleAsync())).DoneOn);
    }

    [Fact]
    public async Task Time_is_logged_listed_and_deleted()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.SendAsync(
            "/efforts/new",
            ("Input.GoalId", goal.ToString()),
            ("Input.Time", "1:15"),
            ("Input.Day", "2027-03-01")
        );
        var timeEntry = await me.ReadAsync(db => db.TimeEntries.SingleAsync());
        Assert.Equal((75, new DateOnly(2027, 3, 1)), (timeEntry.Minutes, timeEntry.Day));
        Assert.Contains("1 h 15 min", (await me.Browser.ReadAsync("/efforts")).Body!.TextContent);

        await me.PressAsync($"/efforts/{timeEntry.Id}/trash");

        Assert.Contains("No time logged yet", (await me.Browser.ReadAsync("/efforts")).Body!.TextContent);
        await me.PressAsync($"/efforts/{timeEntry.Id}/restore");
        Assert.Equal(1, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Fact]
    public async Task Setting_the_first_goal_schedules_the_first_review_and_look()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite), zone: "Europe/Berlin");
        Assert.Null((await me.ReadAsync(db => db.People.SingleAsync())).NextReviewAt);

        await me.SetGoalAsync();

        var person = await me.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal(new DateTime(2027, 3, 8, 8, 0, 0), person.NextReviewAt);
        Assert.Equal(new DateTime(2027, 3, 3, 23, 0, 0), person.NextEvaluationAt);
    }

    private static async Task<string[]> Titles(PlanBuilder me, Guid goal) =>
        [
            .. (await me.Browser.ReadAsync($"/goals/{goal}"))
                .QuerySelectorAll(".tasks a")
                .Select(link => link.TextContent),
        ];
}
