using System.Net;
using System.Text.Json;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class LongerReviewTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime FirstMonday = new(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The first Monday of a quarter.</summary>
    private static readonly DateTime Quarter = new(2027, 4, 5, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quarter_sums_up_its_weeks_asks_its_own_questions_and_keeps_the_answers(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync("Lead a team", "2027-12-01");
        await me.AddTaskAsync(goal, "Talk to Kim", "10");
        var week = await OpenAsync(me, FirstMonday);
        await me.SendAsync($"/reviews/{week}/goals/{goal}", Answer("Behind", "4", "Book the room"));
        await me.SendAsync($"/reviews/{week}/finish", ("Input.Learned", "Mornings work"));
        await me.SendAsync(
            "/efforts/new",
            ("Input.GoalId", goal.ToString()),
            ("Input.Time", "2:30"),
            ("Input.Day", "2027-03-08")
        );
        await me.SendAsync(
            $"/goals/{goal}/reschedule?to=2028-02-01",
            ("Input.Reason", "A release"),
            ("Input.Cause", nameof(Cause.OtherPriorities)),
            ("Input.Lesson", "Leave a buffer")
        );
        var review = await OpenAsync(me, Quarter);
        await me.SendAsync(
            $"/reviews/{review}/goals/{goal}",
            [.. Answer("Ahead", "7", "Ask Ann"), ("Input.LastDone", "true")]
        );

        var page = (await me.Browser.ReadAsync($"/reviews/{review}/period")).QuerySelector("main")!.TextContent;
        foreach (
            var told in new[]
            {
                "Quarter in review",
                "1 of 1",
                "2 h 30 min",
                "up 3",
                "1 of 2",
                "Other priorities",
                "Mornings work",
                "Leave a buffer",
                "Which sentence is no longer true?",
            }
        )
        {
            Assert.Contains(told, page);
        }

        Assert.Equal(
            $"/reviews/{review}/finish",
            await me.SendAsync(
                $"/reviews/{review}/period",
                ("Input.Answers[0].Text", "All true"),
                ("Input.Answers[2].Text", "The newsletter")
            )
        );
        await me.SendAsync($"/reviews/{review}/finish");
        var shown = (await me.Browser.ReadAsync($"/reviews/{review}")).QuerySelector("main")!.TextContent;
        Assert.Contains("The newsletter", shown);
        Assert.Contains("which goal would you not set again", shown);
        Assert.Contains("1 of 1 done", shown);
        Assert.Equal(HttpStatusCode.OK, (await me.Browser.GetAsync($"/reviews/{review}/period")).StatusCode);

        using var export = await me.PressAsync("/settings/export");
        using var all = JsonDocument.Parse(await export.Content.ReadAsStringAsync());
        var kept = all
            .RootElement.GetProperty("reviews")
            .EnumerateArray()
            .Single(row => row.GetProperty("kind").GetString() == "Quarterly")
            .GetProperty("answers");
        Assert.Equal(1, kept.GetProperty("Version").GetInt32());
        Assert.Equal("All true", kept.GetProperty("Answers")[0].GetProperty("Text").GetString());
    }

    [Fact]
    public async Task The_larger_questions_come_between_the_goals_and_the_end_and_may_be_skipped()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        me.App.Clock.Now = FirstMonday;
        await me.Browser.ReadAsync("/"); // keeps the session alive
        var review = await OpenAsync(me, Quarter);

        Assert.Equal(
            $"/reviews/{review}/period",
            await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Ahead", "7"))
        );
        Assert.NotNull(
            (await me.Browser.ReadAsync($"/reviews/{review}/period")).QuerySelector(
                $"a[href='/reviews/{review}/finish']"
            )
        );
        var refused = await me.RefusedAsync(
            $"/reviews/{review}/period",
            ("Input.Answers[0].Text", new string('x', 20_001)),
            ("Input.Answers[1].Text", "Kept")
        );
        Assert.Equal("Kept", refused.QuerySelector("[name='Input.Answers[1].Text']")!.TextContent.Trim());
        await me.SendAsync($"/reviews/{review}/finish");
    }

    [Fact]
    public async Task A_week_has_no_such_page()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SetGoalAsync();
        var review = await OpenAsync(me, FirstMonday);

        using var shown = await me.Browser.GetAsync($"/reviews/{review}/period");
        Assert.Equal($"/reviews/{review}", shown.Headers.Location!.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_short_version_covers_every_goal_on_one_page_and_counts_fully(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var (first, second, third) = (
            await me.SetGoalAsync("First", "2027-10-01"),
            await me.SetGoalAsync("Second", "2027-11-01"),
            await me.SetGoalAsync("Third")
        );
        var review = await OpenAsync(me, FirstMonday);
        Assert.Contains($"/reviews/{review}/short", (await me.Browser.ReadAsync($"/reviews/{review}")).Body!.InnerHtml);
        var page = await me.Browser.ReadAsync($"/reviews/{review}/short");
        Assert.Contains("About 4 minutes for 3 goals", page.Body!.TextContent);
        Assert.Equal(
            [first, second, third],
            page.QuerySelectorAll("[name$='.GoalId']").Select(input => Guid.Parse(input.GetAttribute("value")!))
        );

        var on = await me.SendAsync(
            $"/reviews/{review}/short",
            ("Input.Goals[0].Confidence", "6"),
            ("Input.Goals[0].NextStep", "Book the room"),
            ("Input.Learned", "Short is fine"),
            ("then", "long")
        );
        Assert.Equal($"/reviews/{review}", on);
        Assert.Equal(
            "Book the room",
            (await me.Browser.ReadAsync($"/reviews/{review}/goals/{first}"))
                .QuerySelector("#Input_NextStep")!
                .TextContent.Trim()
        );
        await me.SendAsync($"/reviews/{review}/goals/{second}", Answer("Behind", "3", "Ask Ann"));
        Assert.Equal(
            $"/reviews/{review}",
            await me.SendAsync($"/reviews/{review}/short", ("Input.Goals[2].Confidence", "10"), ("then", "finish"))
        );

        await me.ReadAsync(async db =>
        {
            var row = await db.Reviews.SingleAsync();
            Assert.Equal((ReviewState.Completed, "Short is fine"), (row.State, row.Learned));
            Assert.Equal(
                [
                    (6, ProgressRating.NotAsked, "Book the room"),
                    (3, ProgressRating.Behind, "Ask Ann"),
                    (10, ProgressRating.NotAsked, null),
                ],
                (await db.CheckIns.ToListAsync())
                    .OrderBy(said => Array.IndexOf([first, second, third], said.GoalId))
                    .Select(said => (said.Confidence, said.Progress, said.NextStep))
            );
            return 0;
        });
        Assert.Contains("3 goals", (await me.Browser.ReadAsync("/reviews")).Body!.TextContent);
    }

    [Fact]
    public async Task A_step_without_a_word_on_how_sure_keeps_the_text_and_says_what_is_missing()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SetGoalAsync("First", "2027-10-01");
        await me.SetGoalAsync("Second");
        var review = await OpenAsync(me, FirstMonday);

        var page = await me.RefusedAsync(
            $"/reviews/{review}/short",
            ("Input.Goals[0].Confidence", "6"),
            ("Input.Goals[1].NextStep", "Ask Ann"),
            ("Input.Learned", "Kept"),
            ("then", "finish")
        );

        Assert.Contains("Choose how confident you are", page.QuerySelector("li.card:nth-child(2) .error")!.TextContent);
        Assert.Equal("Ask Ann", page.QuerySelector("[name='Input.Goals[1].NextStep']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name='Input.Goals[0].Confidence'][value='6']")!.HasAttribute("checked"));
        Assert.Equal("Kept", page.QuerySelector("#learned")!.TextContent.Trim());
        Assert.Equal(0, await me.ReadAsync(db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_and_a_strangers_goal_in_the_form_is_passed_over()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var bob = await PlanBuilder.StartAsync(me.App, "bob@example.org");
        var his = await bob.SetGoalAsync();
        var review = await OpenAsync(me, FirstMonday, people: 2);
        var token = await me.Browser.TokenAsync($"/reviews/{review}/short");
        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Behind", "3", "From the first tab"));

        (string, string?)[] sent =
        [
            (Browser.TokenField, token),
            ("Input.Version", "0"),
            ("Input.Goals[0].GoalId", goal.ToString()),
            ("Input.Goals[0].Confidence", "9"),
            ("Input.Goals[0].NextStep", "From the second"),
        ];
        using var stale = await me.Browser.PostAsync($"/reviews/{review}/short", sent);
        var page = await Browser.ReadAsync(stale);
        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("From the second", page.QuerySelector("[name='Input.Goals[0].NextStep']")!.GetAttribute("value"));
        Assert.Equal("0", page.QuerySelector("[name='Input.Goals[0].Version']")!.GetAttribute("value"));

        using var foreign = await me.Browser.PostAsync(
            $"/reviews/{review}/short",
            (Browser.TokenField, token),
            ("Input.Version", "0"),
            ("Input.Goals[0].GoalId", his.ToString()),
            ("Input.Goals[0].Confidence", "9")
        );
        Assert.Equal(HttpStatusCode.Redirect, foreign.StatusCode);
        Assert.Equal(1, await me.App.WithDbAsync(Guid.Empty, db => db.CheckIns.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task Last_times_next_step_is_ticked_off_in_the_look_back_and_told_at_the_end()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var first = await OpenAsync(me, FirstMonday);
        await me.SendAsync($"/reviews/{first}/goals/{goal}", Answer("Behind", "3", "Book the room"));
        await me.SendAsync($"/reviews/{first}/finish");
        var second = await OpenAsync(me, FirstMonday.AddDays(7));
        var facts = await me.Browser.ReadAsync($"/reviews/{second}");
        Assert.NotNull(facts.QuerySelector($"[formaction='/reviews/{first}/goals/{goal}/step/done']"));

        using var done = await me.PressAsync($"/reviews/{first}/goals/{goal}/step/done", $"/reviews/{second}");
        Assert.Equal($"/reviews/{second}", done.Headers.Location!.ToString());

        var finish = (await me.Browser.ReadAsync($"/reviews/{second}/finish")).Body!.TextContent;
        Assert.Contains("1 of 1 done", finish);
        Assert.Contains("0 of 1", finish);

        // A stale form changes only the fields that were edited
        await me.SendAsync(
            $"/reviews/{second}/goals/{goal}",
            [.. Answer("Behind", "3"), ("Input.LastDone", "false"), ("Input.LastWas", "false")]
        );
        Assert.NotNull(
            await me.ReadAsync(db =>
                db.CheckIns.Where(said => said.ReviewId == first).Select(said => said.NextStepDoneAt).SingleAsync()
            )
        );
        await me.SendAsync(
            $"/reviews/{second}/goals/{goal}",
            [.. Answer("Behind", "3"), ("Input.LastDone", "false"), ("Input.LastWas", "true")]
        );
        Assert.Null(
            await me.ReadAsync(db =>
                db.CheckIns.Where(said => said.ReviewId == first).Select(said => said.NextStepDoneAt).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_review_tells_what_was_decided_while_it_was_open_and_what_it_makes_up_for()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await OpenAsync(me, FirstMonday);
        var review = await OpenAsync(me, FirstMonday.AddDays(7));
        Assert.Contains(
            "covers the one you missed",
            (await me.Browser.ReadAsync($"/reviews/{review}")).Body!.TextContent
        );
        var prompt = await me.ReadAsync(db => db.Prompts.Select(row => row.Id).FirstAsync());
        await me.PressAsync($"/prompts/{prompt}/decline");
        await me.SendAsync($"/goals/{goal}/reschedule?to=2028-02-01", ("Input.Reason", "A release"));
        await me.SendAsync($"/reviews/{review}/short", ("Input.Goals[0].Confidence", "6"), ("then", "finish"));

        var gave = (await me.Browser.ReadAsync($"/reviews/{review}"))
            .QuerySelector("[aria-labelledby=gave]")!
            .TextContent;

        Assert.Contains("Results of this review", gave);
        Assert.Matches(@"Goals reviewed\s*1", gave);
        Assert.Matches(@"Decisions\s*1", gave);
        Assert.Contains("1 kept as is", gave);
    }

    [Fact]
    public async Task The_reminder_is_moved_to_tomorrow_and_back_from_the_page()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SetGoalAsync();
        var review = await OpenAsync(me, FirstMonday);

        await me.PressAsync($"/reviews/{review}/remind/tomorrow", "/reviews");
        Assert.Equal(
            FirstMonday.AddDays(1),
            await me.ReadAsync(db => db.Reviews.Select(row => row.RemindAt).SingleAsync())
        );
        await me.PressAsync($"/reviews/{review}/remind/usual", "/reviews");
        Assert.Equal(
            FirstMonday.AddDays(2),
            await me.ReadAsync(db => db.Reviews.Select(row => row.RemindAt).SingleAsync())
        );
    }

    [Fact]
    public async Task The_pages_of_a_quarter_cost_the_same_for_little_and_for_much()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var week = await OpenAsync(me, FirstMonday);
        await me.SendAsync(
            $"/reviews/{week}/short",
            ("Input.Goals[0].Confidence", "6"),
            ("Input.Goals[0].NextStep", "Go"),
            ("then", "finish")
        );
        var review = await OpenAsync(me, Quarter);
        string[] paths =
        [
            $"/reviews/{review}",
            $"/reviews/{review}/short",
            $"/reviews/{review}/goals/{goal}",
            $"/reviews/{review}/period",
            $"/reviews/{review}/finish",
            $"/reviews/{week}",
            "/reviews",
        ];
        await me.Browser.ReadAsync("/");
        var little = await CountAsync(me, paths);

        for (var other = 0; other < 5; other++)
        {
            var id = await me.SetGoalAsync($"Goal {other}");
            await me.PressAsync(
                $"/tasks/{await me.AddTaskAsync(id, $"T{other}", milestone: await me.AddMilestoneAsync(id, $"M{other}"))}/tick"
            );
            await me.SendAsync("/efforts/new", ("Input.GoalId", id.ToString()), ("Input.Time", "1"));
            await me.SendAsync($"/reviews/{review}/goals/{id}", Answer("Behind", "4", "y"));
            await me.SendAsync(
                $"/goals/{id}/reschedule?to=2028-02-01",
                ("Input.Reason", "Later"),
                ("Input.Cause", nameof(Cause.Energy))
            );
        }

        var much = await CountAsync(me, paths);
        Assert.True(little.SequenceEqual(much), $"{string.Join(' ', little)} became {string.Join(' ', much)}");
        // Ten where the forecast and pending decisions are read too
        Assert.True(much.TrueForAll(number => number is >= 1 and <= 10), string.Join(' ', much));
    }

    private static async Task<Guid> OpenAsync(PlanBuilder me, DateTime now, int people = 1)
    {
        me.App.Clock.Now = now;
        Assert.Equal(people, await me.App.RunAsync(RecurringJob.Reviews));
        return await me.ReadAsync(db =>
            db.Reviews.Where(review => review.State == ReviewState.Open).Select(review => review.Id).SingleAsync()
        );
    }

    private static (string, string?)[] Answer(string felt, string confidence, string? next = null) =>
        [("Input.Progress", felt), ("Input.Confidence", confidence), ("Input.NextStep", next)];

    private static async Task<List<int>> CountAsync(PlanBuilder me, string[] paths)
    {
        var numbers = new List<int>();
        foreach (var path in paths)
        {
            // Mail health is cached for 20 seconds of real time
            await me.App.Services.GetRequiredService<MailMonitor>().CheckAsync();
            using var count = me.App.CountQueries();
            await me.Browser.ReadAsync(path);
            numbers.Add(count.Number);
        }

        return numbers;
    }
}
