using System.Net;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>Each remedy shows a preview and is applied in one transaction.</summary>
public sealed class RemedyTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly (string, string?) Show = ("preview", "1");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_preview_shows_the_forecast_what_moves_and_the_other_goals_and_saves_nothing(
        TestDatabase database
    )
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var (goal, stop, task) = await PlanAsync(me, "20");
        var other = await me.SetGoalAsync("Learn German");
        await me.AddTaskAsync(other, "Read a novel", "60");
        var before = await SampleData.DumpAsync(me.App);

        foreach (var (path, fields) in Remedies(goal, stop, task))
        {
            using var response = await me.Browser.PostFormAsync(path, [.. fields, Show]);
            var page = await Browser.ReadAsync(response);

            var preview = page.QuerySelector("#preview");
            Assert.True(
                preview is not null,
                $"{path}: {page.QuerySelector(".problems")?.TextContent} {page.QuerySelector(".error")?.TextContent}"
            );
            Assert.Contains("Lead a team", preview!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Likely", preview.TextContent, StringComparison.Ordinal);
            Assert.Contains("What changes", preview.TextContent, StringComparison.Ordinal);
            Assert.Contains(page.QuerySelectorAll("main button"), button => button.TextContent == "Apply");
            Assert.Empty(page.QuerySelectorAll(".error, .problems"));
        }

        Assert.Equal(before, await SampleData.DumpAsync(me.App));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_remedy_is_applied_from_its_preview_and_undone_to_the_very_route_it_was(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var (goal, stop, task) = await PlanAsync(me, "20");
        foreach (var (path, fields) in Remedies(goal, stop, task))
        {
            var (routes, rows) = (await RoutesAsync(me), await CountAsync(me));
            await me.SendAsync(path, [.. await ShownAsync(me, path, fields), ("Input.Reason", "It has to be")]);
            var correction = await me.ReadAsync(db => db.Corrections.OrderByDescending(row => row.Id).FirstAsync());
            Assert.Contains(await me.RevisionsAsync(), revision =>
                revision.CorrectionId == correction.Id && revision.SealedAt is not null
            );

            using var undone = await me.PressAsync($"/corrections/{correction.Id}/undo");

            Assert.True(undone.StatusCode == HttpStatusCode.Redirect);
            Assert.Contains(
                "Undone",
                (await me.Browser.ReadAsync(undone.Headers.Location!.ToString())).QuerySelector(".status")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal(routes, await RoutesAsync(me));
            var undo = await me.ReadAsync(db => db.Corrections.OrderByDescending(row => row.Id).FirstAsync());
            Assert.Equal((CorrectionKind.Undo, correction.Id), (undo.Kind, undo.UndoneCorrectionId));
            Assert.Equal(rows.Corrections + 2, (await CountAsync(me)).Corrections);
            Assert.Equal(rows.Hours, (await CountAsync(me)).Hours);

            var told = (await me.Browser.ReadAsync($"/goals/{goal}/history")).QuerySelectorAll(".story li");
            Assert.Contains("Undone: ", told[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("Undone on 3 March 2027", told[1].TextContent, StringComparison.Ordinal);
            using var again = await me.PressAsync($"/corrections/{correction.Id}/undo");
            Assert.Contains(
                "already been undone",
                (await me.Browser.ReadAsync(again.Headers.Location!.ToString())).QuerySelector(".status")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task What_is_applied_is_what_was_shown()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var (goal, _, task) = await PlanAsync(me, "20");
        var path = $"/goals/{goal}/rescope";
        var shown = await ShownAsync(me, path, [($"Input.Choices[{task}]", "drop"), ("Input.Reason", "Too much")]);

        await me.AddTaskAsync(goal, "One more");
        var page = await me.RefusedAsync(path, shown);
        Assert.Contains(
            "has changed since the preview",
            page.QuerySelector(".problems")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector("#preview"));
        Assert.Equal(0, await me.ReadAsync(db => db.Corrections.CountAsync()));

        page = await me.RefusedAsync(
            path,
            [
                .. await ShownAsync(me, path, [($"Input.Choices[{task}]", "drop"), ("Input.Reason", "Too much")]),
                ($"Input.Choices[{task}]", "none"),
            ]
        );
        Assert.Contains(
            "has changed since the preview",
            page.QuerySelector(".problems")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await me.ReadAsync(db => db.Corrections.CountAsync()));
    }

    [Fact]
    public async Task A_prompts_link_shows_at_once_what_its_date_would_do()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var (goal, _, _) = await PlanAsync(me, "400");
        foreach (var to in new[] { "p50", "p80", "2029-01-31" })
        {
            var page = await me.Browser.ReadAsync($"/goals/{goal}/reschedule?to={to}");
            Assert.NotNull(page.QuerySelector("#preview"));
            Assert.NotEqual("2027-12-01", page.QuerySelector("#Input_Target")!.GetAttribute("value"));
        }

        foreach (var to in new[] { "", "p51", "2020-01-01", "9999-12-31", "x" })
        {
            var page = await me.Browser.ReadAsync($"/goals/{goal}/reschedule?to={to}");
            Assert.Null(page.QuerySelector("#preview"));
            Assert.Equal("2027-12-01", page.QuerySelector("#Input_Target")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Another_path_takes_over_tasks_and_both_goals_know_of_each_other()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var (goal, _, task) = await PlanAsync(me, "20");
        var to = await me.SendAsync(
            $"/goals/{goal}/new-path",
            ("Input.Title", "Go freelance"),
            ($"Input.Tasks[{task}]", "true"),
            ("Input.WithMilestones", "true"),
            ("Input.Reason", "No opening in sight"),
            ("Input.Cause", "ChangedMind")
        );

        var successor = await me.ReadAsync(db =>
            db.Goals.Include(row => row.Tasks)
                .Include(row => row.Milestones)
                .SingleAsync(row => row.Title == "Go freelance")
        );
        Assert.Equal($"/goals/{successor.Id}", to);
        Assert.Equal(
            (goal, "Talk to Kim", "Portfolio"),
            (
                successor.PredecessorGoalId,
                Assert.Single(successor.Tasks).Title,
                Assert.Single(successor.Milestones).Title
            )
        );
        Assert.Equal(GoalState.Retired, (await me.ReadAsync(db => db.Goals.SingleAsync(row => row.Id == goal))).State);
        Assert.NotNull((await me.Browser.ReadAsync(to)).QuerySelector($"main a[href='/goals/{goal}']"));
        Assert.NotNull((await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector($"main a[href='{to}']"));
        Assert.Contains(
            "“Talk to Kim” taken over by “Go freelance”",
            (await me.Browser.ReadAsync($"/goals/{goal}/history")).QuerySelector(".story li")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "New path started",
            (await me.Browser.ReadAsync($"{to}/history")).QuerySelector(".story li")!.TextContent,
            StringComparison.Ordinal
        );

        var correction = (await me.ReadAsync(db => db.Corrections.SingleAsync())).Id;
        await me.SendAsync("/efforts/new", ("Input.GoalId", successor.Id.ToString()), ("Input.Time", "1"));
        using var refused = await me.PressAsync($"/corrections/{correction}/undo", back: to);
        Assert.Contains(
            "Time has been logged for “Go freelance”",
            (await me.Browser.ReadAsync(to)).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        using var gone = await me.PressAsync(
            $"/efforts/{await me.ReadAsync(db => db.TimeEntries.Select(row => row.Id).SingleAsync())}/trash"
        );

        // Undone from the page of a goal that then no longer exists
        using var undone = await me.PressAsync($"/corrections/{correction}/undo", back: to);
        Assert.Equal($"/goals/{goal}", undone.Headers.Location!.ToString());
        Assert.Equal(
            "Lead a team",
            await me.ReadAsync(db =>
                db.Goals.Where(row => row.State == GoalState.Active).Select(row => row.Title).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task The_history_shows_goal_and_map_as_they_stood_on_a_day()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app);
        var (goal, _, task) = await PlanAsync(me, "20");
        app.Clock.Now = app.Clock.Now.AddDays(10);
        await me.SendAsync($"/goals/{goal}/reschedule?to=2028-06-01", ("Input.Reason", "Later"));
        await me.PressAsync($"/tasks/{task}/tick");

        var now = await me.Browser.ReadAsync($"/goals/{goal}/history");
        Assert.Contains("1 June 2028", now.GetElementById("stood")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 2", now.GetElementById("stood")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(now.QuerySelectorAll("#stood .ghost"));
        Assert.Equal("2", now.QuerySelector("#replay")!.GetAttribute("max"));

        var then = (await me.Browser.ReadAsync($"/goals/{goal}/history?on=2027-03-05")).GetElementById("stood")!;
        Assert.Contains("1 December 2027", then.TextContent, StringComparison.Ordinal);
        Assert.Contains("0 of 2", then.TextContent, StringComparison.Ordinal);
        Assert.Empty(then.QuerySelectorAll(".ghost"));
        Assert.Contains(
            "did not exist yet",
            (await me.Browser.ReadAsync($"/goals/{goal}/history?on=2027-03-01")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );

        Assert.Contains(
            "1 December 2027",
            (await me.Browser.ReadAsync("/goals/map?on=2027-03-05")).QuerySelector("figure tbody")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 June 2028",
            (await me.Browser.ReadAsync("/goals/map?on=2027-03-13")).QuerySelector("figure tbody")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await me.Browser.ReadAsync("/goals/map?on=2027-03-01")).QuerySelector("figure"));
        foreach (var no in new[] { "x", "2099-01-01", "0001-01-01" })
        {
            Assert.Contains(
                "1 June 2028",
                (await me.Browser.ReadAsync($"/goals/{goal}/history?on={no}")).GetElementById("stood")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Undoing_is_refused_with_the_reason_when_a_touched_goal_has_moved_on_and_ticks_of_other_tasks_do_not_matter()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var me = await PlanBuilder.StartAsync(app);
        var (goal, _, task) = await PlanAsync(me, "20");
        var other = await me.AddTaskAsync(goal, "Read the book");
        async Task<string> UndoAsync()
        {
            var correction = await me.ReadAsync(db =>
                db.Corrections.OrderByDescending(row => row.Id)
                    .Where(row => row.UndoneCorrectionId == null)
                    .Select(row => row.Id)
                    .FirstAsync()
            );
            using var answer = await me.PressAsync($"/corrections/{correction}/undo");
            return (await me.Browser.ReadAsync(answer.Headers.Location!.ToString()))
                .QuerySelector(".status")!
                .TextContent;
        }

        (string, string?)[] smaller = [($"Input.Estimates[{task}]", "5"), ("Input.Reason", "Smaller will do")];
        await me.SendAsync($"/goals/{goal}/rescope", smaller);
        await me.PressAsync($"/tasks/{task}/tick");
        Assert.Contains(
            "“Talk to Kim” has been completed or changed since",
            await UndoAsync(),
            StringComparison.Ordinal
        );
        await me.PressAsync($"/tasks/{task}/untick");
        await me.PressAsync($"/tasks/{other}/tick");
        Assert.Contains("back to how it was", await UndoAsync(), StringComparison.Ordinal);
        Assert.Equal(
            (1200, true),
            (
                await me.ReadAsync(db => db.Tasks.SingleAsync(row => row.Id == task)) is { } back
                    ? back.Estimate!.Value
                    : 0,
                (await me.ReadAsync(db => db.Tasks.SingleAsync(row => row.Id == other))).IsDone
            )
        );

        await me.SendAsync($"/goals/{goal}/rescope", smaller);
        await me.AddTaskAsync(goal, "Later");
        Assert.Contains("“Lead a team” was changed on", await UndoAsync(), StringComparison.Ordinal);
        Assert.Equal(300, (await me.ReadAsync(db => db.Tasks.SingleAsync(row => row.Id == task))).Estimate);

        await me.SendAsync($"/goals/{goal}/pause", ("Input.Until", "2027-05-01"), ("Input.Reason", "Rest"));
        app.Clock.Now = app.Clock.Now.AddDays(15);
        Assert.Contains("could only be undone until 17 March 2027", await UndoAsync(), StringComparison.Ordinal);
        Assert.Null((await me.Browser.ReadAsync($"/goals/{goal}/history")).QuerySelector(".story button"));
    }

    [Theory]
    [InlineData("hours", "Input.Hours", "")]
    [InlineData("hours", "Input.Hours", "5")]
    [InlineData("hours", "Input.Hours", "a lot")]
    [InlineData("hours", "Input.Hours", "101")]
    [InlineData("hours", "Input.From", "2027-02-01")]
    [InlineData("hours", "Input.From", "")]
    [InlineData("new-path", "Input.Title", " ")]
    [InlineData("new-path", "Input.Target", "2027-03-03")]
    [InlineData("new-path", "Input.Target", "")]
    [InlineData("split", "Input.FirstTitle", "")]
    [InlineData("split", "Input.SecondTitle", "")]
    [InlineData("split", "Input.FirstDate", "2027-08-01")]
    [InlineData("split", "Input.SecondDate", "2999-01-01")]
    [InlineData("rescope", "Input.Estimates[TASK]", "a while")]
    [InlineData("rescope", "Input.Estimates[TASK]", "0")]
    [InlineData("split", "Input.Reason", "")]
    [InlineData("hours", "Input.Cause", "Laziness")]
    public async Task A_remedy_is_refused_at_the_field(string verb, string field, string value)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var (goal, stop, task) = await PlanAsync(me, "20");
        field = field.Replace("TASK", task.ToString(), StringComparison.Ordinal);
        var path = verb == "split" ? $"/goals/{goal}/milestones/{stop}/split" : $"/goals/{goal}/{verb}";
        var good = new (string Name, string?)[]
        {
            ("Input.Reason", "My reason"),
            ("Input.Lesson", "My lesson"),
            ("Input.Hours", "8"),
            ("Input.Title", "Another way"),
            ("Input.FirstTitle", "Half"),
        };

        var page = await me.RefusedAsync(path, [.. good.Where(other => other.Name != field), (field, value)]);

        var control = page.QuerySelectorAll($"[name='{field}']").First(each => each.Id is not null);
        Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(control.Id + "-error")?.TextContent));
        Assert.Equal("My lesson", page.QuerySelector("#Input_Lesson")!.TextContent.Trim());
        Assert.Equal(0, await me.ReadAsync(db => db.Corrections.CountAsync()));
    }

    private static IEnumerable<(string Path, (string, string?)[] Fields)> Remedies(Guid goal, Guid stop, Guid task) =>
        [
            ($"/goals/{goal}/reschedule", [("Input.Target", "2028-02-01"), ("Input.Cause", "Underestimated")]),
            ($"/goals/{goal}/rescope", [($"Input.Choices[{task}]", "drop"), ("Input.Cause", "OtherPriorities")]),
            ($"/goals/{goal}/rescope", [($"Input.Estimates[{task}]", "2"), ("Input.Cause", "Energy")]),
            ($"/goals/{goal}/hours", [("Input.Hours", "9"), ("Input.From", "2027-03-10")]),
            ($"/goals/{goal}/hours", [("Input.Hours", "9")]),
            ($"/goals/{goal}/pause", [("Input.Until", "2027-06-01"), ("Input.Cause", "Life")]),
            ($"/goals/{goal}/retire", [("Input.Cause", "ChangedMind")]),
            ($"/goals/{goal}/new-path", [("Input.Title", "Go freelance"), ($"Input.Tasks[{task}]", "true")]),
            (
                $"/goals/{goal}/milestones/{stop}/split",
                [("Input.FirstTitle", "A draft"), ("Input.FirstDate", "2027-04-15"), ($"Input.Tasks[{task}]", "true")]
            ),
        ];

    private static async Task<(Guid Goal, Guid Stop, Guid Task)> PlanAsync(PlanBuilder me, string estimate)
    {
        var goal = await me.SetGoalAsync(target: "2027-12-01");
        var stop = await me.AddMilestoneAsync(goal, "Portfolio", "2027-06-01");
        var task = await me.AddTaskAsync(goal, "Talk to Kim", estimate, stop);
        await me.AddTaskAsync(goal, "Write it down", "3", stop);
        return (goal, stop, task);
    }

    /// <summary>The form's fields and the preview's hidden fields, as "Apply" sends them.</summary>
    private static async Task<(string, string?)[]> ShownAsync(PlanBuilder me, string path, (string, string?)[] fields)
    {
        using var response = await me.Browser.PostFormAsync(path, [.. fields, Show]);
        var sign = (await Browser.ReadAsync(response)).QuerySelector("[name=Shown]")?.GetAttribute("value");
        Assert.False(string.IsNullOrEmpty(sign), path);
        return [.. fields, ("Shown", sign)];
    }

    private static Task<(int Corrections, string Hours)> CountAsync(PlanBuilder me) =>
        me.ReadAsync(async db =>
            (
                await db.Corrections.CountAsync(),
                string.Join(
                    ", ",
                    await db
                        .Capacities.OrderBy(row => row.FromWeek)
                        .Select(row => $"{row.FromWeek} {row.Minutes}")
                        .ToListAsync()
                )
            )
        );

    // All untrashed goals as a revision would store them
    private static Task<List<string>> RoutesAsync(PlanBuilder me) =>
        me.ReadAsync(async db =>
        {
            var goals = await db
                .Goals.Include(goal => goal.Milestones)
                .Include(goal => goal.Tasks)
                .OrderBy(goal => goal.Id)
                .ToListAsync();
            return goals.ConvertAll(goal =>
                Revision.RecordSealed(goal, null, null, default).SnapshotJson + goal.EndedOn
            );
        });
}
