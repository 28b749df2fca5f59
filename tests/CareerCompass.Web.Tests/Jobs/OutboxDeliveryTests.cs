using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class OutboxDeliveryTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime Due = new(2027, 3, 8, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_reminder_says_in_HTML_and_text_when_and_where_the_review_is_open()
    {
        await using var app = await TestApp.StartAsync(settings: ("App:PublicUrl", "https://compass.example.org/app"));
        var goal = await app.GoalAsync(
            await app.OpenAccountAsync("ada@example.org", "Europe/Berlin"),
            "Führe ein <Team>"
        );
        await RunAsync(app, RecurringJob.Reviews, Due);

        Assert.Equal(1, await RunAsync(app, RecurringJob.Delivery, Due));

        var mail = Assert.Single(Mails(app));
        var (review, outboxMessage) = await app.WithDbAsync(goal.OwnerId, async db =>
            (await db.Reviews.SingleAsync(), await db.OutboxMessages.SingleAsync())
        );
        Assert.Equal($"<{outboxMessage.Id:N}@compass.example.org>", mail.Header("Message-ID"));
        Assert.Contains("ada@example.org", mail.Header("To"));
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        var off = mail.Header("List-Unsubscribe").Trim('<', '>');
        Assert.StartsWith("https://compass.example.org/app/unsubscribe/", off);
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"));
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Contains($"https://compass.example.org/app/reviews/{review.Id}", body);
            Assert.Contains("Mon 8 March 2027, 09:00", body);
            Assert.Contains(off, body);
            Assert.DoesNotContain("localhost", body);
        }

        Assert.Contains("Führe ein <Team>", mail.Text);
        Assert.DoesNotContain("<Team>", mail.Html);
        Assert.Equal((OutboxMessageState.Sent, Due), (outboxMessage.State, outboxMessage.SentAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_deliveries_at_once_send_each_message_once(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        await using var twin = app.Twin();
        await OwedAsync(app, 20);
        twin.Clock.Now = app.Clock.Now;

        await Task.WhenAll(
            new[] { app, twin, app, twin }.Select(one => Task.Run(() => one.RunAsync(RecurringJob.Delivery)))
        );

        Assert.Equal(20, Mails(app).Select(mail => mail.Header("Message-ID")).Distinct().Count());
        Assert.Equal(20, Mails(app).Count);
        Assert.All(await MessagesAsync(app), outboxMessage =>
            Assert.Equal((OutboxMessageState.Sent, 1), (outboxMessage.State, outboxMessage.Attempts))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_queue_goes_in_one_run(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        await OwedAsync(app, 60);

        Assert.Equal(60, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_killed_process_held_goes_again_under_the_same_id_once_its_lease_is_over(
        TestDatabase database
    )
    {
        var app = await apps.OnAsync(database);
        await OwedAsync(app, 1);
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            (await db.OutboxMessages.IgnoreQueryFilters().SingleAsync()).Claim(Due);
            await db.SaveChangesAsync();
        });

        Assert.Equal(0, await RunAsync(app, RecurringJob.Delivery, Due.AddSeconds(119)));
        Assert.Equal(1, await RunAsync(app, RecurringJob.Delivery, Due.AddSeconds(120)));

        var outboxMessage = Assert.Single(await MessagesAsync(app));
        Assert.Equal((OutboxMessageState.Sent, 2), (outboxMessage.State, outboxMessage.Attempts));
        Assert.StartsWith($"<{outboxMessage.Id:N}@", Assert.Single(Mails(app)).Header("Message-ID"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_reminded_who_turned_reminders_off_meanwhile(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        await OwedAsync(app, 1);
        await app.WithDbAsync(Guid.Empty, db =>
            db.People.IgnoreQueryFilters()
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.RemindersEnabled, false))
        );

        await SkippedAsync(app, "Reminders are off.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_reminded_of_a_review_that_is_completed_already(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        await OwedAsync(app, 1);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Reviews.IgnoreQueryFilters()
                .ExecuteUpdateAsync(set => set.SetProperty(review => review.State, ReviewState.Completed))
        );

        await SkippedAsync(app, "The review is no longer open.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_cannot_be_written_keeps_no_other_from_going(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        await OwedAsync(app, 3);
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            var first = await db
                .OutboxMessages.IgnoreQueryFilters()
                .OrderBy(outboxMessage => outboxMessage.Id)
                .Select(outboxMessage => outboxMessage.OwnerId)
                .FirstAsync();
            await db
                .People.IgnoreQueryFilters()
                .Where(person => person.Id == first)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Zone, "Mars/Olympus"));
        });

        for (var minute = 0; minute < 3; minute++)
        {
            await RunAsync(app, RecurringJob.Delivery, Due.AddMinutes(minute));
        }

        Assert.Equal(
            [OutboxMessageState.Pending, OutboxMessageState.Sent, OutboxMessageState.Sent],
            (await MessagesAsync(app)).Select(outboxMessage => outboxMessage.State).Order()
        );
    }

    [Fact]
    public async Task A_mail_folder_that_cannot_be_written_to_is_named_with_the_reason()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("ada@example.org");
        await app.GoalAsync(admin.PersonId);
        await RunAsync(app, RecurringJob.Reviews, Due.AddHours(1));
        Directory.Delete(app.MailFolder);
        await File.WriteAllTextAsync(app.MailFolder, "a file where the folder should be");

        Assert.Equal(0, await RunAsync(app, RecurringJob.Delivery, Due.AddHours(1)));

        var outboxMessage = Assert.Single(await MessagesAsync(app));
        Assert.Equal((OutboxMessageState.Pending, MailFaultKind.Folder), (outboxMessage.State, outboxMessage.Fault));
        Assert.StartsWith(
            $"The mail folder {app.MailFolder} cannot be written to: ",
            outboxMessage.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(app.Log.Lines, line =>
            line.Contains($"could not be written to the mail folder {app.MailFolder}: ", StringComparison.Ordinal)
        );
        var page = (await admin.ReadAsync("/admin/mail")).QuerySelector("main")!.TextContent;
        Assert.Contains($"cannot write to the mail folder {app.MailFolder}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No connection", page, StringComparison.Ordinal);

        File.Delete(app.MailFolder);
        Assert.Equal(1, await RunAsync(app, RecurringJob.Delivery, outboxMessage.DueAt));
    }

    [Fact]
    public async Task A_mail_folder_that_cannot_be_made_stops_the_start_only_where_it_is_needed()
    {
        await using var app = await TestApp.PrepareAsync();
        await File.WriteAllTextAsync(app.MailFolder, "");

        var refused = Assert.Throws<InvalidOperationException>(() => app.Services);
        Assert.StartsWith(
            $"The mail folder {app.MailFolder} cannot be created: ",
            refused.Message,
            StringComparison.Ordinal
        );

        await using var sending = app.Twin(("Mail:Smtp:Host", "mail.example.org"));
        Assert.NotNull(sending.Services);
    }

    private static async Task OwedAsync(TestApp app, int people)
    {
        for (var i = 0; i < people; i++)
        {
            await app.GoalAsync(await app.OpenAccountAsync($"p{i}@example.org", "Europe/Berlin"));
        }

        Assert.Equal(people, await RunAsync(app, RecurringJob.Reviews, Due));
    }

    private static async Task SkippedAsync(TestApp app, string reason)
    {
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        var outboxMessage = Assert.Single(await MessagesAsync(app));
        Assert.Equal((OutboxMessageState.Skipped, reason), (outboxMessage.State, outboxMessage.Error));
        Assert.Empty(Mails(app));
    }

    private static Task<int> RunAsync(TestApp app, RecurringJob job, DateTime now)
    {
        app.Clock.Now = now;
        return app.RunAsync(job);
    }

    private static Task<List<OutboxMessage>> MessagesAsync(TestApp app) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters().OrderBy(outboxMessage => outboxMessage.Id).ToListAsync()
        );

    private static List<Eml> Mails(TestApp app) =>
        [.. Directory.GetFiles(app.MailFolder, "*.eml").Select(file => Eml.Read(File.ReadAllText(file)))];
}
