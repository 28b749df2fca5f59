using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

/// <summary>Mail that goes to a server, which has its moods.</summary>
public sealed class SmtpTests : IAsyncLifetime, IDisposable
{
    private readonly SmtpServer server = new();
    private TestApp app = null!;
    private Guid person;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(settings: server.Settings);

        // An account on a server with SMTP is owed a mail that confirms its address
        person = await app.OpenAccountAsync("ada@example.org");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_message_is_handed_to_the_server()
    {
        Assert.Equal(1, await app.RunAsync(Job.Delivery));

        var mail = Eml.Read(Assert.Single(server.Mails));
        var message = await MessageAsync();
        Assert.Equal($"<{message.Id:N}@compass.example.org>", mail.Header("Message-ID"));
        Assert.Contains("https://compass.example.org/account/confirm/", mail.Text);
        Assert.Equal("", mail.Header("List-Unsubscribe"));
        Assert.Equal(MessageState.Sent, message.State);
        Assert.Empty(Directory.GetFiles(app.MailFolder));
    }

    [Fact]
    public async Task A_refused_address_keeps_no_other_from_its_mail()
    {
        server.RefusedRecipient = "ada@example.org";
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await app.OpenAccountAsync("bob@example.org");

        Assert.Equal(1, await app.RunAsync(Job.Delivery));

        Assert.Contains("bob@example.org", Assert.Single(server.Mails));
        Assert.Equal(MessageState.Pending, (await MessageAsync()).State);
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again_after_growing_waits_and_nothing_is_lost()
    {
        server.Mood = SmtpMood.Refuses;
        var waits = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            Assert.Equal(0, await app.RunAsync(Job.Delivery));
            var message = await MessageAsync();
            Assert.Equal((MessageState.Pending, i + 1), (message.State, message.Attempts));
            Assert.Contains("disk is full", message.Error);
            waits.Add((message.DueAt - app.Clock.Now).TotalMinutes);
            app.Clock.Now = message.DueAt.AddSeconds(-1);
            Assert.Equal(0, await app.RunAsync(Job.Delivery));
            Assert.Equal(i + 1, (await MessageAsync()).Attempts);
            app.Clock.Now = message.DueAt;
        }

        Assert.Equal([1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 1440], waits);
        server.Mood = SmtpMood.Accepts;
        Assert.Equal(1, await app.RunAsync(Job.Delivery));
        Assert.Single(server.Mails);
        Assert.Equal((MessageState.Sent, null), ((await MessageAsync()).State, (await MessageAsync()).Error));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_its_time()
    {
        server.Mood = SmtpMood.Hangs;

        Assert.Equal(0, await app.RunAsync(Job.Delivery));

        var message = await MessageAsync();
        Assert.Equal((MessageState.Pending, "The mail server did not finish within 1 seconds."), (message.State, message.Error));
        server.Mood = SmtpMood.Accepts;
        app.Clock.Now = message.DueAt;
        Assert.Equal(1, await app.RunAsync(Job.Delivery));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_again_later()
    {
        server.Dispose();

        Assert.Equal(0, await app.RunAsync(Job.Delivery));

        Assert.Equal(MessageState.Pending, (await MessageAsync()).State);
    }

    [Fact]
    public async Task No_reminder_goes_to_an_address_that_nobody_confirmed()
    {
        await app.GoalAsync(person);
        app.Clock.Now = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(Job.Sweep);

        Assert.Equal(1, await app.RunAsync(Job.Delivery));

        var reminder = await app.WithDbAsync(person, db => db.Messages.SingleAsync(message => message.Kind == MessageKind.ReviewReminder));
        Assert.Equal((MessageState.Skipped, "The address is not confirmed."), (reminder.State, reminder.Error));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_confirmed_address_is_not_asked_again_and_gets_reminders()
    {
        await app.WithDbAsync(Guid.Empty, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true)));
        await app.GoalAsync(person);
        app.Clock.Now = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(Job.Sweep);

        Assert.Equal(1, await app.RunAsync(Job.Delivery));

        Assert.Contains("/reviews/", Eml.Read(Assert.Single(server.Mails)).Text);
    }

    [Fact]
    public async Task Port_465_is_refused_at_start_with_an_explanation()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => app.Twin(("Mail:Smtp:Port", "465")));
        Assert.Contains("Use port 587", refused.Message);
        Assert.Equal(MessageState.Pending, (await MessageAsync()).State);
    }

    private Task<Message> MessageAsync() => app.WithDbAsync(person, db => db.Messages.SingleAsync(message => message.Kind == MessageKind.ConfirmEmail));
}
