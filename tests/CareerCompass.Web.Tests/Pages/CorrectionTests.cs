using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class CorrectionTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rescheduling_moves_target_and_milestones_and_the_history_says_so(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync(target: "2027-12-01");
        var milestone = await me.AddMilestoneAsync(goal, "Portfolio", "2027-06-01");

        await me.SendAsync(
            $"/goals/{goal}/reschedule?to=2028-01-15",
            ("Input.Reason", "The launch moved"),
            ("Input.Cause", "WaitingOnSomeone"),
            ("Input.Lesson", "Ask earlier")
        );

        var saved = await me.ReadAsync(db => db.Goals.Include(row => row.Milestones).SingleAsync());
        Assert.Equal(new DateOnly(2028, 1, 15), saved.Target);
        Assert.Equal(new DateOnly(2027, 6, 16), saved.Milestones.Single(row => row.Id == milestone).Date);
        var revisions = await me.RevisionsAsync();
        var correction = await me.ReadAsync(db => db.Corrections.SingleAsync());
        Assert.Equal(
            (CorrectionKind.Reschedule, Cause.WaitingOnSomeone, "Ask earlier"),
            (correction.Kind, correction.Cause, correction.Lesson)
        );
        Assert.Equal([null, correction.Id], revisions.Select(revision => revision.CorrectionId));
        Assert.All(revisions, revision => Assert.NotNull(revision.SealedAt));

        var history = (await me.Browser.ReadAsync($"/goals/{goal}/history")).QuerySelector(".story li")!.TextContent;
        Assert.Contains("Rescheduled", history);
        Assert.Contains(
            "target 45 days later: 1 December 2027 → 15 January 2028; “Portfolio” 1 June 2027 → 16 June 2027",
            history
        );
        Assert.Contains("The launch moved", history);
        Assert.Contains("Waiting for someone", history);

        var before = await me.Browser.ReadAsync($"/goals/{goal}/history/1");
        Assert.Contains("1 June 2027", before.QuerySelector(".leg")!.TextContent);
        var after = await me.Browser.ReadAsync($"/goals/{goal}/history/2");
        Assert.Contains("16 June 2027", after.QuerySelector(".leg")!.TextContent);
    }

    [Fact]
    public async Task A_shift_keeps_what_was_typed_and_leaves_reached_milestones_alone()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync(target: "2027-12-01");
        var reached = await me.AddMilestoneAsync(goal, "Behind me", "2027-03-02");
        await me.PressAsync($"/tasks/{await me.AddTaskAsync(goal, "Done", milestone: reached)}/tick");
        await me.AddMilestoneAsync(goal, "Ahead", "2027-06-01");

        using var response = await me.Browser.PostFormAsync(
            $"/goals/{goal}/reschedule",
            ("To", "2028-01-01"),
            ("Input.Reason", "Typed before")
        );

        var page = await Browser.ReadAsync(response);
        Assert.Equal("Typed before", page.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.Equal(
            ["2028-01-01", "2027-06-11"],
            page.QuerySelectorAll("input[type=date]").Select(input => input.GetAttribute("value"))
        );
        Assert.Empty(page.QuerySelectorAll(".error"));
        Assert.Equal(0, await me.ReadAsync(db => db.Corrections.CountAsync()));
    }

    [Fact]
    public async Task A_stale_reschedule_undoes_nothing()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync(target: "2027-12-01");
        var milestone = await me.AddMilestoneAsync(goal, "Portfolio", "2027-06-01");
        var stale = (await me.Browser.ReadAsync($"/goals/{goal}/reschedule"))
            .QuerySelector("[name='Input.Dates[0].Version']")!
            .GetAttribute("value");
        await me.SendAsync($"/milestones/{milestone}", ("Input.Date", "2027-09-01"));

        var page = await me.RefusedAsync(
            $"/goals/{goal}/reschedule",
            ("Input.Dates[0].Version", stale),
            ("Input.Dates[0].Date", "2027-06-01"),
            ("Input.Target", "2028-01-01"),
            ("Input.Reason", "From the second tab")
        );

        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("From the second tab", page.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.NotEqual(stale, page.QuerySelector("[name='Input.Dates[0].Version']")!.GetAttribute("value"));
        Assert.Equal(new DateOnly(2027, 9, 1), (await me.ReadAsync(db => db.Milestones.SingleAsync())).Date);
    }

    [Fact]
    public async Task Rescoping_drops_and_moves_tasks()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal, "Portfolio");
        var (one, two, three) = (
            await me.AddTaskAsync(goal, "One"),
            await me.AddTaskAsync(goal, "Two"),
            await me.AddTaskAsync(goal, "Three")
        );

        await me.SendAsync(
            $"/goals/{goal}/rescope",
            ($"Input.Choices[{one}]", "drop"),
            ($"Input.Choices[{two}]", "drop"),
            ($"Input.Choices[{three}]", milestone.ToString()),
            ("Input.Reason", "Too much")
        );

        Assert.Equal(
            ("Three", milestone),
            await me.ReadAsync(db =>
                db.Tasks.Select(task => new ValueTuple<string, Guid>(task.Title, task.MilestoneId!.Value)).SingleAsync()
            )
        );
        var history = (await me.Browser.ReadAsync($"/goals/{goal}/history")).QuerySelector(".story li")!.TextContent;
        Assert.Contains("2 tasks dropped: “One”, “Two”; “Three” moved to “Portfolio”", history);
        Assert.Contains("One", (await me.Browser.ReadAsync("/trash")).Body!.TextContent);
    }

    [Fact]
    public async Task A_pause_rests_the_goal_until_its_day()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app);
        var goal = await me.SetGoalAsync();
        await me.SendAsync($"/goals/{goal}/pause", ("Input.Until", "2027-04-01"), ("Input.Reason", "A baby"));
        Assert.Contains("Paused until 1 April 2027", (await me.Browser.ReadAsync($"/goals/{goal}")).Body!.TextContent);

        app.Clock.Now = new DateTime(2027, 4, 1, 0, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(RecurringJob.Reviews);

        Assert.Equal(GoalState.Active, (await me.ReadAsync(db => db.Goals.SingleAsync())).State);
        Assert.Contains("Pause ended", (await me.Browser.ReadAsync($"/goals/{goal}/history")).Body!.TextContent);
    }

    [Fact]
    public async Task Retiring_ends_a_goal_and_taking_it_up_again_brings_it_back()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.SendAsync($"/goals/{goal}/retire", ("Input.Reason", "No longer mine"), ("Input.Cause", "ChangedMind"));
        Assert.Equal(GoalState.Retired, (await me.ReadAsync(db => db.Goals.SingleAsync())).State);
        var page = await me.RefusedAsync(
            $"/goals/{goal}/milestones/new",
            ("Input.Title", "More"),
            ("Input.Date", "2027-06-01")
        );
        Assert.Contains("has ended", page.QuerySelector(".problems")!.TextContent);

        await me.SendAsync($"/goals/{goal}/resume");

        Assert.Equal(GoalState.Active, (await me.ReadAsync(db => db.Goals.SingleAsync())).State);
        await me.SendAsync($"/goals/{goal}/achieve", ("Input.Lesson", "It was worth it"));
        Assert.Equal(
            ["Goal created", "Retired", "Resumed", "Achieved"],
            (await me.Browser.ReadAsync($"/goals/{goal}/history"))
                .QuerySelectorAll(".story h3")
                .Select(title => title.TextContent)
                .Reverse()
        );
    }

    [Theory]
    [InlineData("reschedule", "Input.Reason", "")]
    [InlineData("reschedule", "Input.Target", "2027-03-03")]
    [InlineData("reschedule", "Input.Target", "")]
    [InlineData("reschedule", "Input.Dates[0].Date", "1066-10-14")]
    [InlineData("reschedule", "Input.Dates[0].Date", "")]
    [InlineData("pause", "Input.Until", "2027-03-03")]
    [InlineData("pause", "Input.Until", "")]
    [InlineData("pause", "Input.Reason", " ")]
    [InlineData("retire", "Input.Reason", "")]
    [InlineData("retire", "Input.Cause", "Laziness")]
    public async Task A_correction_is_refused_at_the_field(string verb, string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await me.AddMilestoneAsync(goal);
        var good = new (string Name, string?)[]
        {
            ("Input.Reason", "My reason"),
            ("Input.Lesson", "My lesson"),
            ("Input.Until", "2027-05-01"),
        };

        var page = await me.RefusedAsync(
            $"/goals/{goal}/{verb}",
            [.. good.Where(other => other.Name != field), (field, value)]
        );

        var control = page.QuerySelector($"[name='{field}']")!;
        Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(control.Id + "-error")?.TextContent));
        Assert.Equal("My lesson", page.QuerySelector("#Input_Lesson")!.TextContent.Trim());
        Assert.Equal(0, await me.ReadAsync(db => db.Corrections.CountAsync()));
        Assert.Single(await me.RevisionsAsync());
    }

    [Fact]
    public async Task Rescoping_nothing_is_refused_kindly_and_a_choice_survives_a_missing_reason()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);

        var nothing = await me.RefusedAsync($"/goals/{goal}/rescope", ("Input.Reason", "Why not"));
        var noReason = await me.RefusedAsync($"/goals/{goal}/rescope", ($"Input.Choices[{task}]", "drop"));

        Assert.Contains("at least one task", nothing.QuerySelector(".problems")!.TextContent);
        Assert.Equal("drop", noReason.QuerySelector(".choice option[selected]")!.GetAttribute("value"));
        Assert.Equal(1, await me.ReadAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task A_correction_answers_the_goals_open_prompt_and_leads_back_to_where_it_came_from()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app);
        var goal = await me.SetGoalAsync();
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.RunAsync(RecurringJob.Reviews);
        Assert.Equal(PromptRule.NoNextStep, (await me.ReadAsync(db => db.Prompts.SingleAsync())).Rule);
        Assert.Contains(
            "There are no open tasks, and the target is",
            (await me.Browser.ReadAsync("/")).Body!.TextContent
        );

        var to = await me.SendAsync($"/goals/{goal}/retire?back=%2Freviews", ("Input.Reason", "No"));

        Assert.Equal("/reviews", to);
        var prompt = await me.ReadAsync(db => db.Prompts.SingleAsync());
        Assert.Equal(PromptState.Answered, prompt.State);
        Assert.Equal(prompt.Id, (await me.ReadAsync(db => db.Corrections.SingleAsync())).PromptId);
    }
}
