using System.Net;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class PromptPagesTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_prompt_that_is_put_off_comes_back_on_its_day(TestDatabase database)
    {
        var (me, _, prompt) = await AskedAsync(database);

        var page = await me.Browser.ReadAsync($"/prompts/{prompt}/snooze?back=%2F");
        Assert.Equal(
            ["2027-03-05", "2027-03-11", "2027-04-04"],
            page.QuerySelectorAll("button[name=To]").Select(button => button.GetAttribute("value"))
        );
        Assert.Equal("/", await me.SendAsync($"/prompts/{prompt}/snooze?back=%2F", ("To", "2027-03-11")));

        Assert.Null((await me.Browser.ReadAsync("/")).QuerySelector("article.prompt"));
        Assert.Contains("Comes back on 11 March 2027", (await me.Browser.ReadAsync("/prompts")).Body!.TextContent);
        await LookOnAsync(me, new DateTime(2027, 3, 10, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(PromptState.Snoozed, await StateAsync(me, prompt));
        await LookOnAsync(me, new DateTime(2027, 3, 11, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(PromptState.Open, await StateAsync(me, prompt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_that_is_taken_back_leaves_its_prompt_open_and_is_in_no_review(TestDatabase database)
    {
        var (me, goal, prompt) = await AskedAsync(database);
        await LookOnAsync(me, TestApp.Start.AddDays(8));
        var review = await me.ReadAsync(db =>
            db.Reviews.Where(row => row.State == ReviewState.Open).Select(row => row.Id).FirstAsync()
        );
        await me.SendAsync($"/goals/{goal}/retire", ("Input.Reason", "No"));
        Assert.Equal(PromptState.Answered, await StateAsync(me, prompt));
        Assert.Contains(
            "Retired",
            (await me.Browser.ReadAsync($"/reviews/{review}/finish")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        using var undone = await me.PressAsync(
            $"/corrections/{await me.ReadAsync(db => db.Corrections.Select(row => row.Id).SingleAsync())}/undo"
        );

        Assert.Equal(PromptState.Open, await StateAsync(me, prompt));
        Assert.NotNull((await me.Browser.ReadAsync("/prompts")).QuerySelector("article.prompt"));
        Assert.DoesNotContain(
            "Retired",
            (await me.Browser.ReadAsync($"/reviews/{review}/finish")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_asked_anew_since_is_not_asked_twice_when_the_decision_is_taken_back()
    {
        var (me, goal, prompt) = await AskedAsync(TestDatabase.Sqlite);
        await me.SendAsync($"/goals/{goal}/retire", ("Input.Reason", "No"));
        await me.ReadAsync(async db =>
        {
            var old = await db.Prompts.SingleAsync();
            db.Prompts.Add(
                new Prompt(old.OwnerId, goal, old.Rule, old.Evidence, old.QuietFrom.AddDays(7), me.App.Clock.Now)
            );
            return await db.SaveChangesAsync();
        });

        using var undone = await me.PressAsync(
            $"/corrections/{await me.ReadAsync(db => db.Corrections.Select(row => row.Id).SingleAsync())}/undo"
        );

        Assert.Equal(PromptState.Answered, await StateAsync(me, prompt));
        Assert.Single((await me.Browser.ReadAsync("/prompts")).QuerySelectorAll("article.prompt"));
    }

    [Fact]
    public async Task A_day_of_ones_own_has_to_lie_ahead()
    {
        var (me, _, prompt) = await AskedAsync(TestDatabase.Sqlite);

        var empty = await me.RefusedAsync($"/prompts/{prompt}/snooze");
        var past = await me.RefusedAsync($"/prompts/{prompt}/snooze", ("Input.Until", "2027-03-04"));
        await me.SendAsync($"/prompts/{prompt}/snooze", ("Input.Until", "2027-06-01"));

        Assert.Contains("fill this in", empty.QuerySelector(".error")!.TextContent);
        Assert.Contains("Choose a date after today", past.QuerySelector(".error")!.TextContent);
        Assert.Equal(
            new DateOnly(2027, 6, 1),
            await me.ReadAsync(db => db.Prompts.Select(row => row.SnoozedUntil).SingleAsync())
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_prompt_keeps_its_reason_and_undo_brings_it_back(TestDatabase database)
    {
        var (me, goal, prompt) = await AskedAsync(database);

        await me.SendAsync(
            $"/prompts/{prompt}/decline?back=%2Fgoals%2F{goal}",
            ("Input.Because", "RiskAccepted"),
            ("Input.Reason", "Until the exam")
        );

        Assert.Equal(PromptState.Declined, await StateAsync(me, prompt));
        var note = (await me.Browser.ReadAsync("/prompts")).QuerySelector(".status")!;
        Assert.Contains("You will not be asked again before 1 April 2027", note.TextContent);
        var told = (await me.Browser.ReadAsync("/prompts"))
            .QuerySelector("section[aria-labelledby=closed] li")!
            .TextContent;
        Assert.Contains("Kept as is on 4 March 2027", told);
        Assert.Contains("I accept the risk. Until the exam", told);

        using var undone = await me.PressAsync(note.QuerySelector("form")!.GetAttribute("action")!);
        Assert.Equal(
            (PromptState.Open, null),
            await me.ReadAsync(db =>
                db.Prompts.Select(row => new ValueTuple<PromptState, string?>(row.State, row.Reason)).SingleAsync()
            )
        );
        Assert.Contains(
            "What is the next step?",
            (await me.Browser.ReadAsync("/")).QuerySelector("article.prompt")!.TextContent
        );
    }

    [Fact]
    public async Task What_was_decided_otherwise_is_neither_put_off_nor_declined_nor_reopened()
    {
        var (me, goal, prompt) = await AskedAsync(TestDatabase.Sqlite);
        await me.SendAsync($"/goals/{goal}/retire", ("Input.Reason", "No"));

        foreach (var verb in new[] { "snooze", "decline", "reopen" })
        {
            using var pressed = await me.PressAsync($"/prompts/{prompt}/{verb}");
            Assert.True(pressed.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
            using var page = await me.Browser.GetAsync($"/prompts/{prompt}/{verb}");
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        }

        Assert.Equal(PromptState.Answered, await StateAsync(me, prompt));
        Assert.Contains(
            "Retired on",
            (await me.Browser.ReadAsync("/prompts")).QuerySelector("section[aria-labelledby=closed] li")!.TextContent
        );
    }

    [Fact]
    public async Task One_is_shown_by_importance_and_a_link_leads_to_the_others()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        for (var i = 0; i < 6; i++)
        {
            await me.SetGoalAsync($"Goal {i}");
        }

        var late = await me.SetGoalAsync("Late", "2027-04-01");
        await me.AddTaskAsync(late, "Too much", estimate: "300");
        for (var i = 0; i < 3; i++)
        {
            var task = await me.AddTaskAsync(late, $"Done {i}");
            await me.PressAsync($"/tasks/{task}/tick");
        }

        // Two looks a week apart
        await LookOnAsync(me, TestApp.Start.AddDays(1));
        Assert.DoesNotContain(
            "Off course",
            (await me.Browser.ReadAsync("/prompts")).QuerySelector("main")!.TextContent
        );
        await LookOnAsync(me, TestApp.Start.AddDays(4).AddHours(16));

        var page = await me.Browser.ReadAsync("/");
        Assert.Equal(["Off course"], page.QuerySelectorAll("article.prompt .badge").Select(badge => badge.TextContent));
        Assert.Equal("7 more decisions", page.QuerySelector("a[href='/prompts']")!.TextContent);

        var all = (await me.Browser.ReadAsync("/prompts"))
            .QuerySelectorAll("article.prompt .badge")
            .Select(badge => badge.TextContent)
            .ToList();
        Assert.Equal(
            [1, 6, 1],
            new[] { "Off course", "No next step", "Too many goals" }.Select(name => all.Count(badge => badge == name))
        );
        Assert.Equal("Too many goals", all[^1]);
    }

    [Fact]
    public async Task A_prompt_of_a_goal_in_trash_is_shown_nowhere_and_cannot_be_put_off()
    {
        var (me, goal, prompt) = await AskedAsync(TestDatabase.Sqlite);
        await me.PressAsync($"/goals/{goal}/trash");

        Assert.Null((await me.Browser.ReadAsync("/prompts")).QuerySelector("article.prompt"));
        using var page = await me.Browser.GetAsync($"/prompts/{prompt}/snooze");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Answering_a_review_evaluates_the_goals_again(TestDatabase database)
    {
        var (me, goal, prompt) = await AskedAsync(database);
        await me.AddTaskAsync(goal);
        await LookOnAsync(me, new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(PromptState.Withdrawn, await StateAsync(me, prompt));
        var review = await me.ReadAsync(db => db.Reviews.Select(row => row.Id).SingleAsync());
        for (var i = 0; i < 6; i++)
        {
            await me.AddTaskAsync(await me.SetGoalAsync($"Goal {i}"), $"Task {i}");
        }

        me.App.Clock.Now = me.App.Clock.Now.AddHours(2);
        Assert.Null((await me.Browser.ReadAsync($"/reviews/{review}")).QuerySelector("article.prompt"));
        await me.SendAsync(
            $"/reviews/{review}/goals/{goal}",
            ("Input.Progress", "AsPlanned"),
            ("Input.Confidence", "7")
        );

        Assert.Contains(
            "7 goals share 5 h a week",
            (await me.Browser.ReadAsync($"/reviews/{review}")).QuerySelector("article.prompt")!.TextContent
        );
        using var count = me.App.CountQueries();
        await me.Browser.ReadAsync($"/reviews/{review}");
        Assert.InRange(count.Number, 1, 11);
    }

    private async Task<(PlanBuilder Me, Guid Goal, Guid Prompt)> AskedAsync(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        await LookOnAsync(me, TestApp.Start.AddDays(1));
        return (me, goal, await me.ReadAsync(db => db.Prompts.Select(row => row.Id).SingleAsync()));
    }

    private static async Task LookOnAsync(PlanBuilder me, DateTime now)
    {
        me.App.Clock.Now = now;
        await me.App.RunAsync(RecurringJob.Reviews);
    }

    private static Task<PromptState> StateAsync(PlanBuilder me, Guid prompt) =>
        me.ReadAsync(db => db.Prompts.Where(row => row.Id == prompt).Select(row => row.State).SingleAsync());
}
