using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

/// <summary>The daily work for each goal: forecast records, prompts, the end of a pause.</summary>
public sealed class DailyEvaluationTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_is_sighted_once_a_week(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org", "America/New_York"));

        await LookDailyAsync(app, days: 21);

        var forecastRecords = await app.WithDbAsync(goal.OwnerId, db =>
            db.ForecastRecords.OrderBy(row => row.Week).ToListAsync()
        );
        Assert.Equal(
            [new(2027, 3, 1), new(2027, 3, 8), new(2027, 3, 15), new DateOnly(2027, 3, 22)],
            forecastRecords.Select(row => row.Week)
        );
        Assert.Equal(goal.Target, forecastRecords[0].Target);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_is_looked_at_from_the_first_minute_of_the_local_day(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(
            await app.OpenAccountAsync("ada@example.org", "Pacific/Auckland"),
            estimate: null
        );
        var midnight = new DateTime(2027, 3, 3, 11, 0, 0, DateTimeKind.Utc);

        await SweepAsync(app, midnight.AddMinutes(-1));
        Assert.Empty(await PromptsAsync(app, goal));
        await SweepAsync(app, midnight);
        Assert.Equal(new DateOnly(2027, 3, 4), Assert.Single(await PromptsAsync(app, goal)).QuietFrom);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_prompt_that_is_open_is_not_raised_again(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"), estimate: null);

        await LookDailyAsync(app, days: 30);

        var prompt = Assert.Single(await PromptsAsync(app, goal), prompt => prompt.Rule == PromptRule.NoNextStep);
        Assert.Equal(PromptState.Open, prompt.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_prompt_keeps_quiet_for_twice_as_long(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"), estimate: null);
        await LookDailyAsync(app, days: 1);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            (await db.Prompts.SingleAsync()).Decline(
                DeclineReason.NotNow,
                "Exams first",
                DateOnly.FromDateTime(app.Clock.Now),
                app.Clock.Now
            );
            await db.SaveChangesAsync();
        });

        await LookDailyAsync(app, days: 27);
        Assert.Single(await OfAsync(app, goal, PromptRule.NoNextStep));
        await LookDailyAsync(app, days: 1);

        var prompts = await OfAsync(app, goal, PromptRule.NoNextStep);
        Assert.Equal([PromptState.Declined, PromptState.Open], prompts.Select(prompt => prompt.State));
        Assert.Equal(28, prompts[1].QuietFrom.DayNumber - prompts[0].QuietFrom.DayNumber);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_prompt_is_withdrawn_when_what_it_warned_of_is_over(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"), estimate: null);
        await LookDailyAsync(app, days: 1);
        await app.ChangeAsync(goal, (route, _) => route.AddTask("Ask for a mentor", 60, null));

        await LookDailyAsync(app, days: 1);

        Assert.Equal(PromptState.Withdrawn, Assert.Single(await PromptsAsync(app, goal)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_on_which_nothing_happens_raises_a_prompt_after_two_weeks(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));

        await LookDailyAsync(app, days: 13);
        Assert.Empty(await PromptsAsync(app, goal));
        await LookDailyAsync(app, days: 1);

        var prompt = Assert.Single(await PromptsAsync(app, goal));
        Assert.Equal((PromptRule.Stalled, 14), (prompt.Rule, prompt.ForecastEvidence.IdleDays));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pause_ends_by_itself_on_its_local_day_and_keeps_a_sealed_revision(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org", "Pacific/Auckland"));
        await app.ChangeAsync(goal, (route, db) =>
        {
            var correction = route.Pause(
                new DateOnly(2027, 3, 10),
                new("Exams first"),
                new DateOnly(2027, 3, 3),
                app.Clock.Now
            );
            db.Corrections.Add(correction);
            db.Revisions.Add(Revision.RecordSealed(route, db.Revisions.Single(), correction, app.Clock.Now));
        });

        // Midnight in Auckland is 11:00 UTC
        await LookDailyAsync(app, days: 6);
        await SweepAsync(app, new DateTime(2027, 3, 9, 10, 59, 0, DateTimeKind.Utc));
        Assert.Equal(GoalState.Paused, (await app.WithDbAsync(goal.OwnerId, db => db.Goals.SingleAsync())).State);
        await SweepAsync(app, new DateTime(2027, 3, 9, 11, 0, 0, DateTimeKind.Utc));

        var resumed = await app.WithDbAsync(goal.OwnerId, db => db.Goals.SingleAsync());
        Assert.Equal((GoalState.Active, new DateOnly(2027, 3, 10)), (resumed.State, resumed.StartedOn));
        var revisions = await app.WithDbAsync(goal.OwnerId, db =>
            db.Revisions.OrderBy(row => row.Number).ToListAsync()
        );
        Assert.Equal([1, 2, 3], revisions.Select(row => row.Number));
        Assert.All(revisions, row => Assert.NotNull(row.SealedAt));
        Assert.Equal((GoalState.Active, null), (revisions[2].ReadSnapshot().State, revisions[2].CorrectionId));
    }

    private static async Task LookDailyAsync(TestApp app, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await SweepAsync(app, app.Clock.Now.AddDays(1));
        }
    }

    private static Task<int> SweepAsync(TestApp app, DateTime now)
    {
        app.Clock.Now = now;
        return app.RunAsync(RecurringJob.Reviews);
    }

    private static async Task<List<Prompt>> OfAsync(TestApp app, Goal goal, PromptRule rule) =>
        [.. (await PromptsAsync(app, goal)).Where(prompt => prompt.Rule == rule)];

    private static Task<List<Prompt>> PromptsAsync(TestApp app, Goal goal) =>
        app.WithDbAsync(goal.OwnerId, db => db.Prompts.OrderBy(prompt => prompt.RaisedAt).ToListAsync());
}
