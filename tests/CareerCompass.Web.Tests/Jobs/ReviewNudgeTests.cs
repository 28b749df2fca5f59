using System.Text.RegularExpressions;
using CareerCompass.Domain.People;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class ReviewNudgeTests(TestApps apps) : IClassFixture<TestApps>
{
    /// <summary>Monday, 09:00 in Berlin.</summary>
    private static readonly DateTime Opened = new(2027, 3, 8, 8, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unfinished_review_is_mentioned_once_two_days_later_without_guilt(TestDatabase database)
    {
        var (app, person) = await OpenAsync(database);

        for (var minute = -1; minute < 60 * 24 * 4; minute += 60)
        {
            await RunAsync(app, Opened.AddDays(2).AddMinutes(minute));
        }

        await RunAsync(app, Opened.AddDays(4), RecurringJob.Delivery);
        var nudge = Assert.Single(await MessagesAsync(app), outboxMessage =>
            outboxMessage.Kind == OutboxMessageKind.ReviewNudge
        );
        Assert.InRange(nudge.CreatedAt, Opened.AddDays(2), Opened.AddDays(2).AddHours(1));
        var mail = Assert.Single(Mails(app), mail =>
            mail.Header("Subject").Contains("still open", StringComparison.Ordinal)
        );
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Contains("that is fine", body);
            Assert.Contains("/short", body);
            Assert.Contains("/link/", body);
            Assert.DoesNotMatch(
                @"(?i)\b(missed|overdue|forgotten|late|failed|should have)\b",
                Regex.Replace(body, "href=\"[^\"]*\"|https?://\\S+|<style>.*?</style>", "", RegexOptions.Singleline)
            );
        }

        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal(
            1,
            await app.WithDbAsync(person, db =>
                db.Reviews.CountAsync(review => review.NudgedAt != null && review.RemindAt == null)
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_finished_rests_or_is_off_is_left_alone(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var people = new List<Guid>();
        foreach (var name in new[] { "finished", "paused", "off", "quiet", "open" })
        {
            people.Add(await app.OpenAccountAsync($"{name}@example.org", "Europe/Berlin"));
            await app.GoalAsync(people[^1]);
        }

        Assert.Equal(5, await RunAsync(app, Opened, RecurringJob.Reviews));
        await ChangeAsync(app, people[0], async db => (await db.Reviews.SingleAsync()).Complete(null, Opened));
        await ChangeAsync(app, people[1], async db =>
            db.Add(
                (await db.Goals.SingleAsync()).Pause(
                    new DateOnly(2027, 6, 1),
                    new("Rest"),
                    new DateOnly(2027, 3, 9),
                    Opened
                )
            )
        );
        await ChangeAsync(app, people[2], db =>
            Task.FromResult(db.Add(new TimeOff(people[2], new DateOnly(2027, 3, 10), new DateOnly(2027, 3, 10))))
        );
        await ChangeAsync(app, people[3], async db => (await db.People.SingleAsync()).SetRemindersEnabled(false));

        Assert.Equal(1, await RunAsync(app, Opened.AddDays(2)));
        Assert.Equal(0, await RunAsync(app, Opened.AddDays(5)));

        Assert.Equal(
            [people[4]],
            (await MessagesAsync(app))
                .Where(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ReviewNudge)
                .Select(outboxMessage => outboxMessage.OwnerId)
        );
    }

    [Fact]
    public async Task Nobody_is_nudged_at_an_address_that_is_not_confirmed_or_came_back()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", "1"), ("Mail:Smtp:StartTls", "false")]
        );
        var unconfirmed = await app.OpenAccountAsync("unconfirmed@example.org", "Europe/Berlin");
        var bounced = await app.OpenAccountAsync("bounced@example.org", "Europe/Berlin");
        await app.GoalAsync(unconfirmed);
        await app.GoalAsync(bounced);
        await app.WithDbAsync(bounced, db =>
            db.Users.Where(user => user.Id == bounced)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(user => user.EmailConfirmed, true).SetProperty(user => user.BouncedAt, Opened)
                )
        );
        await app.WithDbAsync(unconfirmed, db =>
            db.Users.Where(user => user.Id == unconfirmed)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, false))
        );
        await RunAsync(app, Opened, RecurringJob.Reviews);
        await RunAsync(app, Opened.AddDays(2));
        await app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters()
                .Where(outboxMessage => outboxMessage.Kind != OutboxMessageKind.ReviewNudge)
                .ExecuteDeleteAsync()
        );

        await RunAsync(app, Opened.AddDays(2), RecurringJob.Delivery);

        Assert.All(await MessagesAsync(app), outboxMessage =>
            Assert.Equal(OutboxMessageState.Skipped, outboxMessage.State)
        );
        Assert.Equal(2, (await MessagesAsync(app)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_snoozed_reminder_comes_once_at_the_persons_hour_tomorrow(TestDatabase database)
    {
        var (app, person) = await OpenAsync(database);
        await ChangeAsync(app, person, async db =>
            (await db.Reviews.SingleAsync()).Snooze(await db.People.SingleAsync(), Opened.AddHours(5))
        );

        Assert.Equal(0, await RunAsync(app, Opened.AddDays(1).AddMinutes(-1)));
        Assert.Equal(1, await RunAsync(app, Opened.AddDays(1)));
        Assert.Equal(0, await RunAsync(app, Opened.AddDays(1).AddMinutes(1)));

        var outboxMessages = (await MessagesAsync(app))
            .Where(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ReviewReminder)
            .ToList();
        Assert.Equal(2, outboxMessages.Count);
        Assert.Equal(
            Opened.AddDays(3),
            await app.WithDbAsync(person, db => db.Reviews.Select(review => review.RemindAt).SingleAsync())
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_runs_at_once_mention_each_review_once(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        for (var i = 0; i < 12; i++)
        {
            await app.GoalAsync(await app.OpenAccountAsync($"p{i}@example.org", "Europe/Berlin"));
        }

        await RunAsync(app, Opened, RecurringJob.Reviews);
        await using var twin = app.Twin();
        app.Clock.Now = twin.Clock.Now = Opened.AddDays(2);

        await Task.WhenAll(
            new[] { app, twin, app, twin }.Select(one => Task.Run(() => one.RunAsync(RecurringJob.Nudges)))
        );

        Assert.Equal(
            12,
            (await MessagesAsync(app)).Count(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ReviewNudge)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_whose_zone_is_unknown_keeps_nobody_elses_nudge_back(TestDatabase database)
    {
        var (app, broken) = await OpenAsync(database, others: 1);
        await app.WithDbAsync(broken, db =>
            db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.Zone, "Mars/Olympus"))
        );

        Assert.Equal(1, await RunAsync(app, Opened.AddDays(2)));
    }

    [Fact]
    public async Task It_costs_only_what_is_due_and_finds_it_by_its_index()
    {
        var (app, _) = await OpenAsync(TestDatabase.Sqlite, others: 5);
        var nothing = await CountAsync(app, Opened.AddDays(1));
        Assert.Equal(1, nothing.Reads);

        var plan = await app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                "EXPLAIN QUERY PLAN SELECT \"Id\" FROM \"Reviews\" WHERE \"RemindAt\" <= '2027-03-10' ORDER BY "
                + "\"RemindAt\" LIMIT 500";
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            return reader.GetString(3);
        });
        Assert.Contains("IX_Reviews_RemindAt", plan);
    }

    private async Task<(TestApp App, Guid Person)> OpenAsync(TestDatabase database, int others = 0)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org", "Europe/Berlin");
        await app.GoalAsync(person);
        for (var i = 0; i < others; i++)
        {
            await app.GoalAsync(await app.OpenAccountAsync($"p{i}@example.org", "Europe/Berlin"));
        }

        Assert.Equal(1 + others, await RunAsync(app, Opened, RecurringJob.Reviews));
        return (app, person);
    }

    private static async Task<QueryCount> CountAsync(TestApp app, DateTime now)
    {
        app.Clock.Now = now;
        using var count = app.CountQueries();
        await app.RunAsync(RecurringJob.Nudges);
        return count;
    }

    private static Task<int> RunAsync(TestApp app, DateTime now, RecurringJob? job = null)
    {
        app.Clock.Now = now;
        return app.RunAsync(job ?? RecurringJob.Nudges);
    }

    private static Task ChangeAsync(TestApp app, Guid person, Func<CompassDb, Task> change) =>
        app.WithDbAsync(person, async db =>
        {
            await change(db);
            await db.SaveChangesAsync();
        });

    private static Task<List<OutboxMessage>> MessagesAsync(TestApp app) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters().OrderBy(outboxMessage => outboxMessage.Id).ToListAsync()
        );

    private static List<Eml> Mails(TestApp app) =>
        [.. Directory.GetFiles(app.MailFolder, "*.eml").Select(file => Eml.Read(File.ReadAllText(file)))];
}
