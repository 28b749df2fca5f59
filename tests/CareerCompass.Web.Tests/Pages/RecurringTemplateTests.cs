using CareerCompass.Domain.Planning;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class RecurringTemplateTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string NewGoal = "/setup/goals/new?template=promotion";

    private static readonly DateOnly Today = DateOnly.FromDateTime(TestApp.Start);

    [Fact]
    public async Task The_preview_names_recurring_tasks_with_their_rhythm_weeks_and_times()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));

        var page = await me.Browser.ReadAsync("/setup/templates/promotion");

        var rows = page.QuerySelectorAll("#recurring li").Select(row => row.TextContent).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains("every week on Friday · weeks 3 to 26 · 24 times", rows[0]);
        Assert.Contains("10 min", rows[0]);
        Assert.Contains("every week on Wednesday · weeks 7 to 18 · 12 times", rows[1]);
        Assert.Contains("every 2 weeks on Wednesday · weeks 7 to 18 · 6 times", rows[2]);
        Assert.Contains("Done, next, risk, decision needed, thanks.", rows[2]);
        Assert.Contains("every month on day 14 · weeks 7 to 22 · 4 times", rows[3]);
        Assert.Contains("the number of times changes", page.QuerySelector("#recurring")!.TextContent);
        Assert.Contains("44 h 45 min at 2 h a week", page.QuerySelector(".head")!.TextContent);
        Assert.Contains("16 tasks · 4 recurring tasks", page.QuerySelector(".head")!.TextContent);
        Assert.Contains(
            (await me.Browser.ReadAsync("/setup/templates")).QuerySelectorAll(".card").Select(card => card.TextContent),
            card => card.Contains("16 tasks · 4 recurring tasks", StringComparison.Ordinal)
        );
        Assert.Null((await me.Browser.ReadAsync("/setup/templates/raise")).QuerySelector("#recurring"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_guided_setup_creates_recurring_tasks_with_their_first_occurrence_and_all_fits(
        TestDatabase database
    )
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var milestones = await me.SendAsync(NewGoal);

        Assert.Equal(
            [
                ("FREQ=WEEKLY;BYDAY=FR", Today.AddDays(14), Today.AddDays(181), Today.AddDays(16)),
                ("FREQ=MONTHLY", Today.AddDays(42), Today.AddDays(153), Today.AddDays(42)),
                ("FREQ=WEEKLY;BYDAY=WE", Today.AddDays(42), Today.AddDays(125), Today.AddDays(42)),
                ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", Today.AddDays(42), Today.AddDays(125), Today.AddDays(42)),
            ],
            await SeriesAsync(me)
        );
        Assert.Contains(
            "In six months no one will remember, including you.",
            await me.ReadAsync(db =>
                db.Tasks.Where(task => task.DueOn != null).Select(task => task.Notes).ToListAsync()
            )
        );
        var tasks = await me.SendAsync(milestones);
        var page = await me.Browser.ReadAsync(tasks);
        Assert.Equal(16, page.QuerySelectorAll("[name$=Estimate]").Count(field => field.GetAttribute("value") != ""));
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=recurring] li").Length);
        Assert.Contains(
            "every week on Friday until 31 August 2027",
            page.QuerySelector("section[aria-labelledby=recurring]")!.TextContent
        );
        Assert.Contains("Recurring tasks take 20 h of it.", page.QuerySelector("main")!.TextContent);
        var hours = await me.SendAsync(tasks);
        var route = await me.SendAsync(hours, ("Input.Hours", "2"));
        Assert.Contains(
            "24 h 45 min of work at 2 h a week.",
            (await me.Browser.ReadAsync(hours)).QuerySelector("#reckoning")!.TextContent
        );
        Assert.Contains(
            "Everything fits",
            (await me.Browser.ReadAsync(route)).QuerySelector("section[aria-labelledby=fits]")!.TextContent
        );

        var recurringTasks = await me.ReadAsync(db => db.RecurringTasks.ToListAsync());
        foreach (var week in (await me.ScheduleAsync()).Allocations.GroupBy(row => row.Week))
        {
            var recurring = recurringTasks.Sum(task => task.MinutesBetween(week.Key, week.Key.AddDays(6)));
            Assert.InRange(recurring + week.Sum(row => row.Minutes), 1, 120);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Going_back_and_forth_neither_loses_nor_duplicates_them(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        await me.SendAsync("/setup/templates/promotion");
        var milestones = await me.SendAsync(NewGoal);
        var before = await SeriesAsync(me);

        Assert.Equal(milestones, await me.SendAsync(NewGoal));
        var goal = milestones.Replace("/milestones", "");
        await me.SendAsync(goal);
        var tasks = await me.SendAsync(milestones);
        await me.SendAsync(tasks, ("Then", "more"));
        await me.SendAsync(tasks);
        await me.Browser.ReadAsync(tasks);
        Assert.Equal(before, await SeriesAsync(me));

        await me.SendAsync(goal, ("Input.Target", "2028-03-01"));
        Assert.Equal(
            [
                ("FREQ=WEEKLY;BYDAY=FR", Today.AddDays(28), Today.AddDays(363), Today.AddDays(30)),
                ("FREQ=MONTHLY", Today.AddDays(84), Today.AddDays(307), Today.AddDays(84)),
                ("FREQ=WEEKLY;BYDAY=WE", Today.AddDays(84), Today.AddDays(251), Today.AddDays(84)),
                ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", Today.AddDays(84), Today.AddDays(251), Today.AddDays(84)),
            ],
            await SeriesAsync(me)
        );
        Assert.Equal(milestones, await me.SendAsync(NewGoal, ("Input.Target", "2027-09-01")));
        Assert.Equal(before, await SeriesAsync(me));
        Assert.Equal(1, await me.ReadAsync(db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task A_recurring_task_that_was_stopped_stays_so_when_the_target_moves()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var goal = (await me.SendAsync(NewGoal)).Replace("/milestones", "");
        var stopped = await me.ReadAsync(db => db.RecurringTasks.FirstAsync(task => task.Rule == "FREQ=MONTHLY"));
        await me.PressAsync($"/repeats/{stopped.Id}/end");

        await me.SendAsync(goal, ("Input.Target", "2028-03-01"));

        Assert.Equal(
            Today.AddDays(-1),
            await me.ReadAsync(db =>
                db.RecurringTasks.Where(task => task.Id == stopped.Id).Select(task => task.Until).SingleAsync()
            )
        );
        Assert.Equal(3, (await SeriesAsync(me)).Count);
    }

    [Fact]
    public async Task A_new_step_with_the_title_of_a_recurring_task_is_a_task_of_its_own()
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        var tasks = (await me.SendAsync(NewGoal)).Replace("milestones", "tasks");
        var title = await me.ReadAsync(db =>
            db.RecurringTasks.Where(task => task.Minutes == 10).Select(task => task.Title).SingleAsync()
        );

        await me.SendAsync(
            tasks,
            ("Input.Rows[16].Title", title),
            ("Input.Rows[16].Estimate", "3"),
            ("Input.Rows[16].MilestoneId", "")
        );

        Assert.Equal(
            [(true, 180), (false, 10)],
            (
                await me.ReadAsync(db =>
                    db.Tasks.Where(task => task.Title == title)
                        .Select(task => new { IsOwn = task.RecurringTaskId == null, task.Estimate })
                        .ToListAsync()
                )
            )
                .OrderByDescending(task => task.IsOwn)
                .Select(task => (task.IsOwn, task.Estimate!.Value))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_template_of_ones_own_goal_brings_its_recurring_tasks_back(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync("Lead a team", "2027-05-26");
        await AddAsync(me, goal, "One-to-one", ("Input.StartsOn", "2027-03-09"), ("Input.Until", "2027-05-17"));
        await AddAsync(
            me,
            goal,
            "Mentor",
            ("Input.StartsOn", "2027-03-03"),
            ("Input.Rhythm", "MonthWeekday"),
            ("Input.Weekday", "Monday")
        );

        var shown = await me.SendAsync($"/goals/{goal}/template");
        var rows = (await me.Browser.ReadAsync(shown))
            .QuerySelectorAll("#recurring li")
            .Select(row => row.TextContent)
            .ToList();
        Assert.Contains("the first Monday of every month", rows[0]);
        Assert.Contains("every week on Tuesday · weeks 1 to 11 · 10 times", rows[1]);
        await me.PressAsync($"/goals/{goal}/trash");
        me.App.Clock.Now = TestApp.Start.AddDays(7);
        await me.SendAsync(await me.SendAsync(shown));

        Assert.Equal(
            [
                ("FREQ=MONTHLY;BYDAY=1MO", Today.AddDays(7), Today.AddDays(90), new(2027, 4, 5)),
                ("FREQ=WEEKLY;BYDAY=TU", Today.AddDays(13), Today.AddDays(82), new DateOnly(2027, 3, 16)),
            ],
            (await SeriesAsync(me)).TakeLast(2)
        );
    }

    private static Task<string> AddAsync(PlanBuilder me, Guid goal, string title, params (string, string?)[] fields) =>
        me.SendAsync($"/goals/{goal}/repeats/new", [("Input.Title", title), ("Input.Estimate", "30m"), .. fields]);

    /// <summary>Rule, first day, last day and open occurrence of each recurring task that has one.</summary>
    private static async Task<List<(string, DateOnly, DateOnly?, DateOnly?)>> SeriesAsync(PlanBuilder me)
    {
        var rows = await me.ReadAsync(db =>
            db.RecurringTasks.Join(
                    db.Tasks.Where(task => task.DoneOn == null),
                    recurringTask => recurringTask.Id,
                    task => task.RecurringTaskId,
                    (recurringTask, task) => new { RecurringTask = recurringTask, task.DueOn }
                )
                .OrderBy(row => row.RecurringTask.StartsOn)
                .ThenBy(row => row.RecurringTask.Rule)
                .ToListAsync()
        );
        return
        [
            .. rows.Select(row =>
                (row.RecurringTask.Rule, row.RecurringTask.StartsOn, row.RecurringTask.Until, row.DueOn)
            ),
        ];
    }
}
