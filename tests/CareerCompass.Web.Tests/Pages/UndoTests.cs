using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>Actions in a list can be undone from the note on the next page, without scripts.</summary>
public sealed class UndoTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory]
    [InlineData("tasks", "tick", "Done: Talk to Kim")]
    [InlineData("tasks", "up", "Moved: Talk to Kim")]
    [InlineData("tasks", "place?to=0", "Moved: Talk to Kim")]
    [InlineData("tasks", "trash", "“Talk to Kim” is in Trash.")]
    [InlineData("milestones", "reach", "Reached: First project")]
    [InlineData("milestones", "trash", "“First project” is in Trash.")]
    public async Task A_note_takes_back_what_it_tells_of(string kind, string verb, string said)
    {
        var me = await PlanBuilder.StartAsync(
            await apps.OnAsync(TestDatabase.Sqlite),
            $"{kind}-{verb.Split('?')[0]}@example.org"
        );
        var goal = await me.SetGoalAsync();
        var milestone = await me.AddMilestoneAsync(goal);
        await me.AddTaskAsync(goal, "Read the book", milestone: milestone);
        var task = await me.AddTaskAsync(goal, "Talk to Kim", milestone: milestone);
        var before = await PlanAsync(me, goal);

        using var done = await me.PressAsync(
            $"/{kind}/{(kind == "tasks" ? task : milestone)}/{verb}",
            $"/goals/{goal}"
        );
        var note = (await me.Browser.ReadAsync(done.Headers.Location!.ToString())).QuerySelector(".status")!;
        Assert.Contains(said, note.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(before, await PlanAsync(me, goal));
        await UndoAsync(me, note);

        Assert.Equal(before, await PlanAsync(me, goal));
    }

    [Fact]
    public async Task A_goal_and_a_log_entry_come_back_from_their_notes()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite), "goal@example.org");
        var goal = await me.SetGoalAsync();
        await me.SendAsync(
            "/efforts/new",
            ("Input.GoalId", goal.ToString()),
            ("Input.Time", "1:15"),
            ("Input.Day", "2027-03-01")
        );
        var effort = await me.ReadAsync(db => db.TimeEntries.Select(row => row.Id).SingleAsync());

        foreach (var path in new[] { $"/efforts/{effort}/trash", $"/goals/{goal}/trash" })
        {
            using var gone = await me.PressAsync(path);
            await UndoAsync(
                me,
                (await me.Browser.ReadAsync(gone.Headers.Location!.ToString())).QuerySelector(".status")!
            );
        }

        Assert.Equal(1, await me.ReadAsync(db => db.Goals.CountAsync()));
        Assert.Equal(1, await me.ReadAsync(db => db.TimeEntries.CountAsync()));
    }

    [Fact]
    public async Task A_task_that_cannot_go_there_stays_and_the_note_says_so_without_a_button()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite), "stays@example.org");
        var goal = await me.SetGoalAsync();
        var task = await me.AddTaskAsync(goal);
        await me.AddTaskAsync(goal, "Another");
        var before = await PlanAsync(me, goal);

        foreach (var place in new[] { "place?to=2", "place?to=-1", "place?to=first", "up" })
        {
            using var answer = await me.PressAsync($"/tasks/{task}/{place}");
            var note = (await me.Browser.ReadAsync(answer.Headers.Location!.ToString())).QuerySelector(".status")!;
            Assert.NotEmpty(note.TextContent.Trim());
            Assert.Null(note.QuerySelector("form"));
        }

        Assert.Equal(before, await PlanAsync(me, goal));
    }

    private static async Task UndoAsync(PlanBuilder me, IElement note)
    {
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(note.QuerySelector("form"));
        using var undone = await me.Browser.PostAsync(
            form.GetAttribute("action")!,
            [.. form.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name!, (string?)input.Value))]
        );
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
    }

    private static async Task<string> PlanAsync(PlanBuilder me, Guid goal) =>
        string.Join(
            '\n',
            (await me.Browser.ReadAsync($"/goals/{goal}"))
                .QuerySelectorAll(".leg h3, .tasks li")
                .Select(part => $"{part.Closest(".leg")!.ClassName} {part.ClassName} {part.TextContent.Trim()}")
        );
}
