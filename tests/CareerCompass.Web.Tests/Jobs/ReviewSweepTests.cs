using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class ReviewSweepTests(TestApps apps) : IClassFixture<TestApps>
{
    // The Monday after the clock's first Wednesday, 09:00 in Berlin
    private static readonly DateTime Due = new(2027, 3, 8, 8, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_review_opens_at_the_local_hour_and_not_a_minute_before(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database, "Europe/Berlin");

        Assert.Equal(0, await SweepAsync(app, Due.AddMinutes(-1)));
        Assert.Equal(1, await SweepAsync(app, Due));

        var review = Assert.Single(await ReviewsAsync(app, person));
        Assert.Equal(
            (ReviewKind.Weekly, ReviewState.Open, new DateOnly(2027, 3, 8), Due),
            (review.Kind, review.State, review.Date, review.OpenedAt)
        );
        var outboxMessage = Assert.Single(await app.WithDbAsync(person, db => db.OutboxMessages.ToListAsync()));
        Assert.Equal((review.Id, Due), (outboxMessage.SubjectId!.Value, outboxMessage.DueAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_hour_stays_the_same_on_the_wall_when_the_clocks_change(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database, "Europe/Berlin");
        await SweepAsync(app, Due.AddDays(14));

        // DST began on Sunday, 28 March
        Assert.Equal(0, await SweepAsync(app, Due.AddDays(21).AddHours(-1).AddMinutes(-1)));
        Assert.Equal(1, await SweepAsync(app, Due.AddDays(21).AddHours(-1)));

        Assert.Equal(new DateOnly(2027, 3, 29), (await ReviewsAsync(app, person))[^1].Date);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_sweeps_open_a_review_once_and_write_its_message_once(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        app.Clock.Now = Due.AddDays(1);

        var opened = 0;
        for (var i = 0; i < 100; i++)
        {
            opened += await app.RunAsync(RecurringJob.Reviews);
        }

        Assert.Equal(1, opened);
        Assert.Single(await ReviewsAsync(app, person));
        Assert.Equal(1, await app.WithDbAsync(person, db => db.OutboxMessages.CountAsync()));
        Assert.Equal(1, await app.WithDbAsync(person, db => db.ForecastRecords.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_five_weeks_of_downtime_only_the_latest_review_opens(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        await SweepAsync(app, Due.AddHours(2));

        Assert.Equal(1, await SweepAsync(app, Due.AddDays((5 * 7) + 2)));
        Assert.Equal(0, await SweepAsync(app, Due.AddDays((5 * 7) + 3)));

        var reviews = await ReviewsAsync(app, person);
        Assert.Equal([new DateOnly(2027, 3, 8), new DateOnly(2027, 4, 12)], reviews.Select(review => review.Date));
        Assert.Equal(2, await app.WithDbAsync(person, db => db.OutboxMessages.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_review_that_opens_folds_the_one_before_unless_it_was_completed(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        var hour = Due.AddHours(1);
        await SweepAsync(app, hour);
        await app.WithDbAsync(person, async db =>
        {
            (await db.Reviews.SingleAsync()).Complete("Ask earlier.", hour.AddHours(1));
            await db.SaveChangesAsync();
        });
        await SweepAsync(app, hour.AddDays(7));
        await SweepAsync(app, hour.AddDays(14));

        Assert.Equal(
            [ReviewState.Completed, ReviewState.Folded, ReviewState.Open],
            (await ReviewsAsync(app, person)).Select(review => review.State)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_longer_review_replaces_the_weeks_shorter_ones(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        for (var day = 0; day < 70; day++)
        {
            await SweepAsync(app, Due.AddDays(day).AddHours(1));
        }

        Assert.Equal(
            [
                "3/8 Weekly",
                "3/15 Weekly",
                "3/22 Weekly",
                "3/29 Weekly",
                "4/5 Quarterly",
                "4/12 Weekly",
                "4/19 Weekly",
                "4/26 Weekly",
                "5/3 Monthly",
                "5/10 Weekly",
            ],
            (await ReviewsAsync(app, person)).Select(review => $"{review.Date.Month}/{review.Date.Day} {review.Kind}")
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_no_goal_left_is_not_asked_and_rests(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        await app.WithDbAsync(person, async db =>
        {
            (await db.Goals.SingleAsync()).Trash(app.Clock.Now);
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await SweepAsync(app, Due.AddHours(1)));

        Assert.Equal((null, null), await InstantsAsync(app, person));
        Assert.Empty(await ReviewsAsync(app, person));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_only_resting_goals_is_not_asked(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        await app.ChangeAsync(await app.WithDbAsync(person, db => db.Goals.SingleAsync()), (goal, db) =>
            db.Corrections.Add(
                goal.Pause(new DateOnly(2027, 6, 1), new("A child is born"), new DateOnly(2027, 3, 3), app.Clock.Now)
            )
        );

        Assert.Equal(0, await SweepAsync(app, Due.AddHours(1)));

        Assert.Empty(await ReviewsAsync(app, person));
        Assert.Equal(0, await app.WithDbAsync(person, db => db.OutboxMessages.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_wants_no_reminders_gets_the_review_and_no_message(TestDatabase database)
    {
        var (app, person) = await WithGoalAsync(database);
        await app.WithDbAsync(person, async db =>
        {
            (await db.People.SingleAsync()).SetRemindersEnabled(false);
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await SweepAsync(app, Due.AddHours(1)));
        Assert.Equal(0, await app.WithDbAsync(person, db => db.OutboxMessages.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_people_cost_as_many_queries_as_one(TestDatabase database)
    {
        var (app, _) = await WithGoalAsync(database);
        var one = await ReadsAsync(app);
        await app.ResetAsync();
        for (var i = 0; i < 50; i++)
        {
            await app.GoalAsync(await app.OpenAccountAsync($"p{i}@example.org"), estimate: i % 2 == 0 ? 120 : null);
        }

        Assert.Equal(one, await ReadsAsync(app));
        Assert.Equal(50, await app.WithDbAsync(Guid.Empty, db => db.Reviews.IgnoreQueryFilters().CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_who_cannot_be_swept_holds_nobody_else_up(TestDatabase database)
    {
        var (app, broken) = await WithGoalAsync(database);
        var person = await app.OpenAccountAsync("well@example.org");
        await app.GoalAsync(person);
        await app.WithDbAsync(broken, db =>
            db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.Zone, "Mars/Olympus"))
        );

        app.Clock.Now = Due.AddHours(1);
        await Assert.ThrowsAnyAsync<Exception>(() => app.RunAsync(RecurringJob.Reviews));

        Assert.Single(await ReviewsAsync(app, person));
        Assert.True((await app.WithDbAsync(Guid.Empty, db => db.JobStatuses.SingleAsync())).HasFailed);
    }

    private async Task<(TestApp App, Guid Person)> WithGoalAsync(TestDatabase database, string zone = "UTC")
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org", zone);
        await app.GoalAsync(person);
        return (app, person);
    }

    private static Task<int> SweepAsync(TestApp app, DateTime now)
    {
        app.Clock.Now = now;
        return app.RunAsync(RecurringJob.Reviews);
    }

    private static async Task<int> ReadsAsync(TestApp app)
    {
        using var count = app.CountQueries();
        await SweepAsync(app, Due.AddHours(1));
        return count.Reads;
    }

    private static Task<List<Review>> ReviewsAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, db => db.Reviews.OrderBy(review => review.Date).ToListAsync());

    private static Task<(DateTime?, DateTime?)> InstantsAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, async db =>
            (await db.People.SingleAsync()) is { } row ? (row.NextReviewAt, row.NextEvaluationAt) : default
        );
}
