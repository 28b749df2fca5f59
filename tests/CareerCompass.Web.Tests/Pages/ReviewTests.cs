using System.Net;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class ReviewTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime FirstMonday = new(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_review_is_answered_goal_by_goal_and_read_again(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var (first, second) = (await me.SetGoalAsync("First", "2027-10-01"), await me.SetGoalAsync("Second"));
        var task = await me.AddTaskAsync(first, "Talk to Kim");
        await me.PressAsync($"/tasks/{task}/tick");
        await me.SendAsync(
            "/efforts/new",
            ("Input.GoalId", first.ToString()),
            ("Input.Time", "1:15"),
            ("Input.Day", "2027-03-03")
        );
        var review = await OpenAsync(me);

        var facts = (await me.Browser.ReadAsync($"/reviews/{review}")).Body!.TextContent;
        Assert.Contains("Talk to Kim", facts);
        Assert.Contains("1 h 15 min", facts);

        var next = await me.SendAsync(
            $"/reviews/{review}/goals/{first}",
            Answer("Behind", "4", "Too little time", "Book the room")
        );
        Assert.Equal($"/reviews/{review}/goals/{second}", next);

        Assert.Contains("1 of 2 goals checked in", (await me.Browser.ReadAsync("/reviews")).Body!.TextContent);
        Assert.Equal(
            $"/reviews/{review}/finish",
            await me.SendAsync($"/reviews/{review}/goals/{second}", Answer("Ahead", "9"))
        );
        Assert.Equal(
            $"/reviews/{review}",
            await me.SendAsync($"/reviews/{review}/finish", ("Input.Learned", "Ask earlier"))
        );

        var told = (await me.Browser.ReadAsync($"/reviews/{review}")).Body!.TextContent;
        Assert.Contains("Ask earlier", told);
        Assert.Contains("Too little time", told);
        Assert.Contains("Book the room", told);
        Assert.Contains("Ask earlier", (await me.Browser.ReadAsync("/reviews")).Body!.TextContent);
    }

    [Fact]
    public async Task A_second_answer_replaces_the_first()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Behind", "4", "Too little time"));
        Assert.Contains(
            "Too little time",
            (await me.Browser.ReadAsync($"/reviews/{review}/goals/{goal}"))
                .QuerySelector("#Input_Obstacle")!
                .TextContent
        );

        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Ahead", "10"));

        var checkIn = await me.ReadAsync(db => db.CheckIns.SingleAsync());
        Assert.Equal((ProgressRating.Ahead, 10), (checkIn.Progress, checkIn.Confidence));
    }

    [Fact]
    public async Task The_second_of_two_tabs_that_answer_is_told_and_keeps_its_text()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Behind", "4", "From the first tab"));

        var page = await me.RefusedAsync(
            $"/reviews/{review}/goals/{goal}",
            [.. Answer("Ahead", "9", "From the second tab"), ("Input.Version", "")]
        );

        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("From the second tab", page.QuerySelector("#Input_Obstacle")!.TextContent.Trim());
        Assert.Equal("From the first tab", (await me.ReadAsync(db => db.CheckIns.SingleAsync())).Obstacle);
        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Ahead", "9", "From the second tab"));
    }

    [Theory]
    [InlineData("Input.Progress", null)]
    [InlineData("Input.Progress", "Splendid")]
    [InlineData("Input.Progress", nameof(ProgressRating.NotAsked))]
    [InlineData("Input.Confidence", null)]
    [InlineData("Input.Confidence", "11")]
    [InlineData("Input.Confidence", "-1")]
    [InlineData("Input.Confidence", "much")]
    [InlineData("Input.Obstacle", "ENDLESS")]
    public async Task A_bad_answer_is_refused_and_keeps_the_rest(string field, string? value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        value = value == "ENDLESS" ? new string('x', 20_001) : value;

        var page = await me.RefusedAsync(
            $"/reviews/{review}/goals/{goal}",
            [.. Answer("Behind", "4", "In the way", "Next I do").Where(other => other.Item1 != field), (field, value)]
        );

        Assert.NotEmpty(page.QuerySelectorAll(".error"));
        Assert.Equal("Next I do", page.QuerySelector("#Input_NextStep")!.TextContent.Trim());
        Assert.Equal(0, await me.ReadAsync(db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task A_completed_review_changes_no_more()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        var token = await me.Browser.TokenAsync($"/reviews/{review}/finish");
        await me.SendAsync($"/reviews/{review}/finish", ("Input.Learned", "The first tab"));

        using var answer = await me.Browser.PostAsync(
            $"/reviews/{review}/goals/{goal}",
            [(Browser.TokenField, token), .. Answer("Behind", "4", "Typed in the second tab")]
        );
        using var finish = await me.Browser.PostAsync(
            $"/reviews/{review}/finish",
            (Browser.TokenField, token),
            ("Input.Learned", "The second tab")
        );

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("completed and can no longer be changed", page.QuerySelector(".problems")!.TextContent);
        Assert.Contains("Typed in the second tab", page.Body!.TextContent);
        Assert.Contains("The second tab", (await Browser.ReadAsync(finish)).Body!.TextContent);
        Assert.Equal("The first tab", (await me.ReadAsync(db => db.Reviews.SingleAsync())).Learned);
        Assert.Equal(0, await me.ReadAsync(db => db.CheckIns.CountAsync()));
    }

    [Fact]
    public async Task A_folded_review_keeps_what_was_answered()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var folded = await OpenAsync(me);
        await me.SendAsync($"/reviews/{folded}/goals/{goal}", Answer("Behind", "4", "Too little time"));

        me.App.Clock.Now = FirstMonday.AddDays(7);
        await me.App.RunAsync(RecurringJob.Reviews);

        var page = (await me.Browser.ReadAsync($"/reviews/{folded}")).Body!.TextContent;
        Assert.Contains("Skipped", page);
        Assert.Contains("Too little time", page);
        Assert.Equal(HttpStatusCode.Redirect, (await me.Browser.GetAsync($"/reviews/{folded}/finish")).StatusCode);
    }

    [Fact]
    public async Task Last_times_next_step_and_bearing_come_back_in_the_next_review()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        await me.SendAsync($"/reviews/{review}/goals/{goal}", Answer("Behind", "4", null, "Book the room"));
        await me.SendAsync($"/reviews/{review}/finish");
        await me.AddTaskAsync(goal, estimate: "2");

        me.App.Clock.Now = FirstMonday.AddDays(7);
        await me.App.RunAsync(RecurringJob.Reviews);

        var next = await me.ReadAsync(db =>
            db.Reviews.Where(row => row.State == ReviewState.Open).Select(row => row.Id).SingleAsync()
        );
        var page = (await me.Browser.ReadAsync($"/reviews/{next}")).Body!.TextContent;
        Assert.Contains("Book the room", page);
        Assert.Contains("was No plan yet", page);
        Assert.Contains("Early", page);
    }

    [Fact]
    public async Task A_declined_prompt_is_gone_and_stays_quiet()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        var step = $"/reviews/{review}/goals/{goal}";
        var prompt = await me.ReadAsync(db => db.Prompts.SingleAsync());
        Assert.NotNull((await me.Browser.ReadAsync(step)).QuerySelector(".prompt"));

        using var declined = await me.PressAsync($"/prompts/{prompt.Id}/decline", step);

        Assert.Equal(step, declined.Headers.Location!.ToString());
        Assert.Null((await me.Browser.ReadAsync(step)).QuerySelector(".prompt"));
        me.App.Clock.Now = FirstMonday.AddDays(1);
        await me.App.RunAsync(RecurringJob.Reviews);
        Assert.Equal(
            [PromptState.Declined],
            await me.ReadAsync(db => db.Prompts.Select(row => row.State).ToListAsync())
        );
    }

    [Fact]
    public async Task Review_pages_cost_the_same_for_one_goal_and_for_six()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var review = await OpenAsync(me);
        string[] paths =
        [
            $"/reviews/{review}",
            $"/reviews/{review}/goals/{goal}",
            $"/reviews/{review}/finish",
            "/reviews",
            "/",
        ];

        // Days have passed, so the cookie is checked against the account first
        await me.Browser.ReadAsync("/");
        var little = await CountAsync(me, paths);

        for (var other = 0; other < 5; other++)
        {
            var id = await me.SetGoalAsync($"Goal {other}");
            var milestone = await me.AddMilestoneAsync(id, $"M{other}");
            await me.PressAsync($"/tasks/{await me.AddTaskAsync(id, $"T{other}", milestone: milestone)}/tick");
            await me.SendAsync($"/reviews/{review}/goals/{id}", Answer("Behind", "4", "x", "y"));
            await me.SendAsync($"/goals/{id}/reschedule?to=2028-02-01", ("Input.Reason", "Later"));
        }

        var much = await CountAsync(me, paths);
        Assert.Equal(little, much);
        Assert.All(much, number => Assert.InRange(number, 1, 10));
    }

    private static async Task<Guid> OpenAsync(PlanBuilder me)
    {
        me.App.Clock.Now = FirstMonday;
        Assert.Equal(1, await me.App.RunAsync(RecurringJob.Reviews));
        return await me.ReadAsync(db =>
            db.Reviews.Where(review => review.State == ReviewState.Open).Select(review => review.Id).SingleAsync()
        );
    }

    private static (string, string?)[] Answer(
        string felt,
        string confidence,
        string? obstacle = null,
        string? next = null
    ) =>
        [
            ("Input.Progress", felt),
            ("Input.Confidence", confidence),
            ("Input.Obstacle", obstacle),
            ("Input.NextStep", next),
        ];

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
