using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class BadInputTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly string Long = new('x', 201);
    private static readonly string Endless = new('x', 20_001);

    [Theory]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Title", "   ")]
    [InlineData("Input.Title", "LONG")]
    [InlineData("Input.Why", "ENDLESS")]
    [InlineData("Input.DoneWhen", "ENDLESS")]
    [InlineData("Input.Target", "")]
    [InlineData("Input.Target", "someday")]
    [InlineData("Input.Target", "2027-03-03")]
    [InlineData("Input.Target", "2020-01-01")]
    [InlineData("Input.Target", "9999-12-31")]
    [InlineData("Input.Target", "0001-01-01")]
    public async Task A_goal_is_refused_at_the_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await RefusedAtAsync(
            me,
            "/goals/new",
            field,
            value,
            ("Input.Title", "A title"),
            ("Input.Why", "My reason"),
            ("Input.Target", "2027-12-01")
        );
        Assert.Equal(0, await me.ReadAsync(db => db.Goals.CountAsync()));
    }

    [Theory]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Title", "LONG")]
    [InlineData("Input.Date", "")]
    [InlineData("Input.Date", "1066-10-14")]
    [InlineData("Input.Date", "2999-01-01")]
    public async Task A_milestone_is_refused_at_the_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await RefusedAtAsync(
            me,
            $"/goals/{goal}/milestones/new",
            field,
            value,
            ("Input.Title", "A title"),
            ("Input.Date", "2027-06-01")
        );
        Assert.Equal(0, await me.ReadAsync(db => db.Milestones.CountAsync()));
    }

    [Theory]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Title", "LONG")]
    [InlineData("Input.Notes", "ENDLESS")]
    [InlineData("Input.Estimate", "-1")]
    [InlineData("Input.Estimate", "0")]
    [InlineData("Input.Estimate", "1001")]
    [InlineData("Input.Estimate", "99999999999999999999")]
    [InlineData("Input.Estimate", "a while")]
    [InlineData("Input.MilestoneId", "not-an-id")]
    [InlineData("Input.MilestoneId", "01990000-0000-7000-8000-000000000000")]
    public async Task A_task_is_refused_at_the_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await RefusedAtAsync(
            me,
            $"/goals/{goal}/tasks/new",
            field,
            value,
            ("Input.Title", "A title"),
            ("Input.Estimate", "1,5"),
            ("Input.Notes", "My notes")
        );
        Assert.Equal(0, await me.ReadAsync(db => db.Tasks.CountAsync()));
    }

    [Theory]
    [InlineData("Input.Time", "")]
    [InlineData("Input.Time", "25")]
    [InlineData("Input.Time", "-0.5")]
    [InlineData("Input.Day", "2027-03-04")]
    [InlineData("Input.Day", "2026-03-02")]
    [InlineData("Input.Day", "soon")]
    [InlineData("Input.GoalId", "01990000-0000-7000-8000-000000000000")]
    public async Task Time_is_refused_at_the_field(string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        await RefusedAtAsync(
            me,
            "/efforts/new",
            field,
            value,
            ("Input.GoalId", goal.ToString()),
            ("Input.Time", "1:15"),
            ("Input.Day", "2027-03-01")
        );
        Assert.Equal(0, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Fact]
    public async Task Another_persons_milestone_is_refused_at_the_field()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var other = await PlanBuilder.StartAsync(app, "eve@example.org");
        var foreign = await other.AddMilestoneAsync(await other.SetGoalAsync());
        var me = await PlanBuilder.StartAsync(app);
        var goal = await me.SetGoalAsync();

        await RefusedAtAsync(
            me,
            $"/goals/{goal}/tasks/new",
            "Input.MilestoneId",
            foreign.ToString(),
            ("Input.Title", "A title")
        );

        var page = await me.RefusedAsync(
            "/efforts/new",
            ("Input.GoalId", (await other.ReadAsync(db => db.Goals.SingleAsync())).Id.ToString()),
            ("Input.Time", "1"),
            ("Input.Day", "2027-03-01")
        );
        Assert.NotNull(page.QuerySelector("#Input_GoalId-error"));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1.5")]
    public async Task Comma_and_point_are_both_a_decimal_sign(string typed)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.AddTaskAsync(await me.SetGoalAsync(), estimate: typed);
        Assert.Equal(90, (await me.ReadAsync(db => db.Tasks.SingleAsync())).Estimate);
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_and_keeps_its_text()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = await me.SetGoalAsync();
        var stale = (await me.Browser.ReadAsync($"/goals/{goal}/edit"))
            .QuerySelector("#Input_Version")!
            .GetAttribute("value");
        await me.SendAsync($"/goals/{goal}/edit", ("Input.Title", "From the first tab"));

        var page = await me.RefusedAsync(
            $"/goals/{goal}/edit",
            ("Input.Title", "From the second tab"),
            ("Input.Version", stale)
        );

        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("From the second tab", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("From the first tab", (await me.ReadAsync(db => db.Goals.SingleAsync())).Title);

        var fresh = page.QuerySelector("#Input_Version")!.GetAttribute("value");
        Assert.NotEqual(stale, fresh);
        await me.SendAsync($"/goals/{goal}/edit", ("Input.Title", "From the second tab"), ("Input.Version", fresh));
        Assert.Equal("From the second tab", (await me.ReadAsync(db => db.Goals.SingleAsync())).Title);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_and_keeps_its_text()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));

        using var response = await me.Browser.PostAsync(
            "/goals/new",
            ("Input.Title", "Typed for long"),
            ("Input.Target", "2027-12-01")
        );

        var page = await Browser.ReadAsync(response);
        Assert.Contains("open for too long", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("Typed for long", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal(0, await me.ReadAsync(db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task A_button_without_its_token_changes_nothing()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var task = await me.AddTaskAsync(await me.SetGoalAsync());

        using var response = await me.Browser.PostAsync($"/tasks/{task}/tick");

        Assert.Null((await me.ReadAsync(db => db.Tasks.SingleAsync())).DoneOn);
    }

    private static async Task RefusedAtAsync(
        PlanBuilder me,
        string path,
        string field,
        string value,
        params (string Name, string? Value)[] good
    )
    {
        value = value switch
        {
            "LONG" => Long,
            "ENDLESS" => Endless,
            _ => value,
        };
        var page = await me.RefusedAsync(path, [.. good.Where(other => other.Name != field), (field, value)]);

        var control = page.QuerySelector($"[name='{field}']")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        var error = page.GetElementById(control.Id + "-error");
        Assert.False(string.IsNullOrWhiteSpace(error?.TextContent));
        Assert.Contains(error!.Id!, control.GetAttribute("aria-describedby")!);
        foreach (var (name, kept) in good.Where(other => other.Name != field && other.Value is not null))
        {
            var shown = page.QuerySelector($"[name='{name}']")!;
            Assert.Equal(
                kept,
                shown is AngleSharp.Html.Dom.IHtmlInputElement input ? input.Value
                    : shown is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value
                    : shown.TextContent.Trim()
            );
        }

        if (
            control is AngleSharp.Html.Dom.IHtmlInputElement or AngleSharp.Html.Dom.IHtmlTextAreaElement
            && value.Trim().Length > 0
            && field is not ("Input.Target" or "Input.Date" or "Input.Day")
        )
        {
            Assert.Contains(value, control.OuterHtml);
        }
    }
}
