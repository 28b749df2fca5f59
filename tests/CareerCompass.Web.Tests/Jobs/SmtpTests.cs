using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class SmtpTests : IAsyncLifetime
{
    private SmtpPeer server = null!;
    private TestApp app = null!;
    private Guid person;

    public async Task InitializeAsync()
    {
        if (NodePeer.WhyNone is not null)
        {
            return;
        }

        server = await SmtpPeer.StartAsync();
        app = await TestApp.StartAsync(settings: server.Settings);

        // With SMTP, a new account has a confirmation e-mail in the outbox
        person = await app.OpenAccountAsync("ada@example.org");
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            server.Dispose();
        }
    }

    [NodeFact]
    public async Task A_message_is_handed_to_the_server()
    {
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        var mail = Assert.Single(server.Letters);
        var outboxMessage = await MessageAsync();
        Assert.Equal($"<{outboxMessage.Id:N}@compass.example.org>", mail.Header("Message-ID"));
        Assert.Contains("ada@example.org", mail.Header("To"));
        Assert.Contains("https://compass.example.org/account/confirm/", mail.Text);
        Assert.Equal(("", ""), (mail.Header("List-Unsubscribe"), mail.Header("X-Receiver")));
        Assert.Equal(OutboxMessageState.Sent, outboxMessage.State);
        Assert.Empty(Directory.EnumerateFiles(app.MailFolder, "*", SearchOption.AllDirectories));
    }

    [NodeFact]
    public async Task Messages_of_one_run_share_a_connection()
    {
        await OpenLaterAsync("bob@example.org", "eve@example.org");

        Assert.Equal(3, await app.RunAsync(RecurringJob.Delivery));

        Assert.Single(server.Mails.Select(mail => mail.GetProperty("session").GetString()).Distinct());
    }

    [NodeFact]
    public async Task A_refused_address_fails_at_once_and_keeps_no_other_from_its_mail()
    {
        await server.FeelAsync(
            new { recipient = new { answer = "550 5.1.1 nobody of that name", only = "ada@example.org" } }
        );
        await OpenLaterAsync("bob@example.org");

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        Assert.Equal("bob@example.org", Assert.Single(server.Mails).GetProperty("to")[0].GetString());
        var outboxMessage = await MessageAsync();
        Assert.Equal(
            (OutboxMessageState.Failed, MailFaultKind.BadAddress, 1),
            (outboxMessage.State, outboxMessage.Fault, outboxMessage.Attempts)
        );
        Assert.Contains("nobody of that name", outboxMessage.Error);
        var user = await UserAsync();
        Assert.Equal((app.Clock.Now, outboxMessage.Error), (user.BouncedAt, user.BounceReason));
        Assert.Empty(await TokensAsync());
    }

    [NodeFact]
    public async Task Whose_address_bounced_gets_no_reminders_until_mail_arrives_again()
    {
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set =>
                set.SetProperty(user => user.EmailConfirmed, true)
                    .SetProperty(user => user.BouncedAt, app.Clock.Now)
                    .SetProperty(user => user.BounceReason, "550 gone")
            )
        );
        await RemindAsync();

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        Assert.Equal((OutboxMessageState.Skipped, "E-mail to the address bounced."), await ReminderAsync());
        await OweResetAsync();
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        Assert.Null((await UserAsync()).BouncedAt);
    }

    [NodeFact]
    public async Task Greylisted_mail_goes_a_little_later()
    {
        await server.FeelAsync(
            new { recipient = new { answer = "450 4.2.0 greylisted, come back in a minute", times = 1 } }
        );

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        var outboxMessage = await MessageAsync();
        Assert.Equal(
            (OutboxMessageState.Pending, MailFaultKind.Temporary, app.Clock.Now.AddMinutes(1)),
            (outboxMessage.State, outboxMessage.Fault, outboxMessage.DueAt)
        );
        app.Clock.Now = outboxMessage.DueAt;
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        Assert.Null((await MessageAsync()).Fault);
        Assert.Single(await TokensAsync());
    }

    [NodeFact]
    public async Task A_message_that_is_put_off_is_tried_again_after_growing_waits_and_not_lost()
    {
        await server.FeelAsync(new { sender = new { answer = "451 the disk is full" } });
        var waits = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
            var outboxMessage = await MessageAsync();
            Assert.Equal((OutboxMessageState.Pending, i + 1), (outboxMessage.State, outboxMessage.Attempts));
            Assert.Contains("disk is full", outboxMessage.Error);
            waits.Add((outboxMessage.DueAt - app.Clock.Now).TotalMinutes);
            app.Clock.Now = outboxMessage.DueAt.AddSeconds(-1);
            Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
            Assert.Equal(i + 1, (await MessageAsync()).Attempts);
            app.Clock.Now = outboxMessage.DueAt;
        }

        Assert.Equal([1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 1440], waits);
        await server.FeelAsync(new { });
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal((OutboxMessageState.Sent, null), ((await MessageAsync()).State, (await MessageAsync()).Error));
    }

    [NodeFact]
    public async Task What_the_server_refuses_for_good_fails_at_once_and_can_be_sent_again()
    {
        await server.FeelAsync(new { content = new { answer = "554 5.7.1 this looks like spam" } });
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(
            (OutboxMessageState.Failed, MailFaultKind.Permanent),
            ((await MessageAsync()).State, (await MessageAsync()).Fault)
        );
        Assert.Null((await UserAsync()).BouncedAt);

        await server.FeelAsync(new { });
        await app.WithDbAsync(person, async db =>
        {
            (await db.OutboxMessages.SingleAsync()).RetryNow(app.Clock.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
    }

    /// <summary>Regression: people lost their reminders permanently while health reported no problem.</summary>
    [NodeTheory]
    [InlineData("recipient", "550 192.0.2.1 is listed at a blocklist")]
    [InlineData("recipient", "553 192.0.2.1 administratively denied (#5.7.1)")]
    [InlineData("recipient", "550 too many messages from your address, quota exceeded")]
    [InlineData("recipient", "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.")]
    [InlineData("recipient", "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org")]
    [InlineData("sender", "550 5.7.1 Sending rate limit exceeded")]
    [InlineData(
        "content",
        "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy"
    )]
    [InlineData("content", "554 5.7.1 this looks like spam")]
    public async Task What_a_server_refuses_of_everybody_waits_until_it_takes_it(string step, string answer)
    {
        await OpenLaterAsync("bob@example.org", "eve@example.org", "joe@example.org");
        await server.FeelAsync(new Dictionary<string, object> { [step] = new { answer } });
        await app.RunAsync(RecurringJob.Reviews);

        for (var minute = 0; minute < 90; minute += 10)
        {
            Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
            app.Clock.Now += TimeSpan.FromMinutes(10);
        }

        Assert.All(await MessagesAsync(), outboxMessage =>
            Assert.Equal(OutboxMessageState.Pending, outboxMessage.State)
        );
        Assert.All(await app.WithDbAsync(Guid.Empty, db => db.Users.ToListAsync()), user =>
            Assert.Null(user.BouncedAt)
        );
        Assert.Contains(app.Log.Lines, line => line.Contains("Mail delivery has a problem", StringComparison.Ordinal));
        Assert.Contains(
            "Degraded",
            await (await app.Anonymous().GetAsync("/readyz")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );

        await server.FeelAsync(new { });
        Assert.Equal(4, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(4, server.Mails.Count);
    }

    [NodeFact]
    public async Task What_is_refused_of_one_person_keeps_no_other_from_their_mail()
    {
        await server.FeelAsync(
            new { recipient = new { answer = "550 5.7.1 rejected by policy", only = "ada@example.org" } }
        );
        await OpenLaterAsync("bob@example.org", "eve@example.org");

        Assert.Equal(2, await app.RunAsync(RecurringJob.Delivery));

        var outboxMessage = await MessageAsync();
        Assert.Equal((OutboxMessageState.Pending, MailFaultKind.Temporary), (outboxMessage.State, outboxMessage.Fault));
        Assert.Null((await UserAsync()).BouncedAt);
    }

    [NodeTheory]
    [InlineData("recipient", "550 5.7.1 Recipient address rejected: user unknown", true)]
    [InlineData("recipient", "550 5.4.1 Recipient address rejected: Access denied", true)]
    [InlineData("recipient", "550 5.5.0 Requested action not taken: mailbox unavailable", true)]
    [InlineData("content", "550 No such user here", true)]
    [InlineData("recipient", "550 Mailbox quota exceeded", false)]
    [InlineData("content", "552 5.2.2 mailbox full", false)]
    public async Task Only_an_answer_about_the_mailbox_is_about_the_mailbox(string step, string answer, bool bounces)
    {
        await server.FeelAsync(new Dictionary<string, object> { [step] = new { answer } });

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        var outboxMessage = await MessageAsync();
        Assert.Equal(
            bounces
                ? (OutboxMessageState.Failed, MailFaultKind.BadAddress)
                : (OutboxMessageState.Pending, MailFaultKind.Temporary),
            (outboxMessage.State, outboxMessage.Fault!.Value)
        );
        Assert.Equal(bounces, (await UserAsync()).BouncedAt is not null);
    }

    [NodeFact]
    public async Task A_line_break_in_a_name_neither_breaks_nor_blocks_mail()
    {
        await app.WithDbAsync(person, db =>
            db.People.ExecuteUpdateAsync(set =>
                set.SetProperty(one => one.Name, "Ada\r\nBcc: eve@example.org\u2028Lovelace\u0001")
            )
        );

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        var mail = Assert.Single(server.Letters);
        Assert.Equal(
            ("", "\"Ada Bcc: eve@example.org Lovelace\" <ada@example.org>"),
            (mail.Header("Bcc"), mail.Header("To"))
        );
        Assert.Contains("Hello Ada Bcc: eve@example.org Lovelace,", mail.Text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_that_turns_everybody_away_is_left_alone_until_the_next_run()
    {
        await server.FeelAsync(new { greeting = new { answer = "421 4.3.2 too busy", times = 1 } });
        await OpenLaterAsync("bob@example.org");

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal((MailFaultKind.Unreachable, 1), ((await MessageAsync()).Fault, (await MessageAsync()).Attempts));

        Assert.Equal(2, await app.RunAsync(RecurringJob.Delivery));
    }

    [NodeFact]
    public async Task An_outage_delays_no_message_by_more_than_minutes()
    {
        await server.FeelAsync(new { greeting = new { answer = "421 4.3.2 too busy" } });
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
            app.Clock.Now += TimeSpan.FromMinutes(1);
        }

        var waiting = await MessageAsync();
        Assert.True(waiting.DueAt - app.Clock.Now <= TimeSpan.FromMinutes(10));
        await server.FeelAsync(new { });
        await OpenLaterAsync("bob@example.org");
        Assert.Equal(2, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(OutboxMessageState.Sent, (await MessageAsync()).State);
        Assert.Empty(
            await app.WithDbAsync(Guid.Empty, db =>
                db.OutboxMessages.IgnoreQueryFilters().Where(outboxMessage => outboxMessage.Error != null).ToListAsync()
            )
        );
    }

    [NodeFact]
    public async Task A_server_that_hangs_in_the_middle_of_a_message_is_left_after_its_time()
    {
        await server.FeelAsync(new { hang = true });
        await using var hasty = app.Twin(("Mail:Smtp:TimeoutSeconds", "2"));

        Assert.Equal(0, await hasty.RunAsync(RecurringJob.Delivery));

        var outboxMessage = await MessageAsync();
        Assert.Equal(
            (OutboxMessageState.Pending, MailFaultKind.Timeout, "The mail server did not finish within 2 seconds."),
            (outboxMessage.State, outboxMessage.Fault, outboxMessage.Error)
        );
        Assert.Single(await TokensAsync()); // the message may have arrived, so its link has to work
        await server.FeelAsync(new { });
        app.Clock.Now = outboxMessage.DueAt;
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
    }

    [NodeFact]
    public async Task A_message_whose_acceptance_was_lost_is_repeated_once_under_the_same_id()
    {
        await server.FeelAsync(new { drop = 1 });

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        app.Clock.Now = (await MessageAsync()).DueAt;
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        app.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        Assert.Equal(2, server.Letters.Count);
        Assert.Single(server.Letters.Select(mail => mail.Header("Message-ID")).Distinct());
        foreach (var mail in server.Letters)
        {
            var link = mail.Text[mail.Text.IndexOf("/account/confirm/", StringComparison.Ordinal)..].Split('\n')[0];
            Assert.Contains("button", (await app.Anonymous().ReadAsync(link)).QuerySelector("main")!.InnerHtml);
        }
    }

    [NodeFact]
    public async Task A_message_on_which_a_working_server_stumbles_is_not_tried_with_every_other()
    {
        await server.FeelAsync(
            new { recipient = new { answer = "421 4.3.0 I fall over this", only = "bob@example.org" } }
        );
        await OpenLaterAsync("bob@example.org");

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        var bobs = await app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters()
                .SingleAsync(outboxMessage => outboxMessage.State == OutboxMessageState.Pending)
        );
        Assert.Equal((MailFaultKind.Temporary, app.Clock.Now.AddMinutes(1)), (bobs.Fault, bobs.DueAt));
    }

    [NodeFact]
    public async Task A_server_that_is_not_there_is_asked_again_later()
    {
        server.Dispose();

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        Assert.Equal(
            (OutboxMessageState.Pending, MailFaultKind.Unreachable),
            ((await MessageAsync()).State, (await MessageAsync()).Fault)
        );
        Assert.DoesNotContain("ada", string.Join('\n', app.Log.Lines), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(app.Log.Lines, line =>
            line.Contains("Mail delivery has a problem (Unreachable)", StringComparison.Ordinal)
        );
    }

    [NodeFact]
    public async Task No_reminder_goes_to_an_address_that_nobody_confirmed()
    {
        await RemindAsync();

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        Assert.Equal((OutboxMessageState.Skipped, "The address is not confirmed."), await ReminderAsync());
        Assert.Single(server.Mails);
    }

    [NodeFact]
    public async Task A_confirmed_address_is_not_asked_again_and_gets_reminders()
    {
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true))
        );
        await RemindAsync();

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        Assert.Contains("/reviews/", Assert.Single(server.Letters).Text);
    }

    private async Task OpenLaterAsync(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            app.Clock.Now += TimeSpan.FromMinutes(1);
            await app.OpenAccountAsync(address);
        }
    }

    private async Task RemindAsync()
    {
        if (await app.WithDbAsync(person, db => db.Users.AnyAsync(user => user.BouncedAt != null)))
        {
            await app.WithDbAsync(person, db => db.OutboxMessages.ExecuteDeleteAsync());
        }

        await app.GoalAsync(person);
        app.Clock.Now = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(RecurringJob.Reviews);
    }

    private Task OweResetAsync() => app.WithDbAsync(person, async db =>
        {
            db.OutboxMessages.Add(
                new OutboxMessage(person, OutboxMessageKind.ResetPassword, "reset", null, app.Clock.Now)
            );
            await db.SaveChangesAsync();
        });

    private async Task<(OutboxMessageState, string?)> ReminderAsync()
    {
        var reminder = await app.WithDbAsync(person, db =>
            db.OutboxMessages.SingleAsync(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ReviewReminder)
        );
        return (reminder.State, reminder.Error);
    }

    private Task<List<OutboxMessage>> MessagesAsync() =>
        app.WithDbAsync(Guid.Empty, db => db.OutboxMessages.IgnoreQueryFilters().ToListAsync());

    private Task<OutboxMessage> MessageAsync() =>
        app.WithDbAsync(person, db =>
            db.OutboxMessages.SingleAsync(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ConfirmEmail)
        );

    private Task<AppUser> UserAsync() => app.WithDbAsync(person, db => db.Users.SingleAsync(user => user.Id == person));

    private Task<List<MailToken>> TokensAsync() =>
        app.WithDbAsync(person, db => db.MailTokens.Where(token => token.UserId == person).ToListAsync());
}
