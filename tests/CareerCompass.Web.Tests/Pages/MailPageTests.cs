using System.Diagnostics;
using System.Net;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Pages;

public sealed class MailPageTests
{
    private const string Trouble = "aside[aria-label='Mail delivery has a problem']";
    private const string Address = "aside[aria-label='Your e-mail address']";

    [NodeFact]
    public async Task Trouble_is_seen_by_the_administrator_on_every_page_and_over_with_the_first_success()
    {
        using var server = await SmtpPeer.StartAsync(
            new { mood = new { greeting = new { answer = "421 4.3.2 too busy" } } }
        );
        await using var app = await TestApp.StartAsync(settings: server.Settings);
        var (admin, other) = (await app.RegisterAsync("ada@example.org"), await app.RegisterAsync("bob@example.org"));
        Assert.Null((await admin.ReadAsync("/help")).QuerySelector(Trouble));

        await app.RunAsync(RecurringJob.Delivery);

        Assert.Contains(
            "rejects the connection",
            (await admin.ReadAsync("/help")).QuerySelector(Trouble)!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null((await other.ReadAsync("/help")).QuerySelector(Trouble));
        Assert.Contains(
            "421 4.3.2 too busy",
            (await admin.ReadAsync("/admin/mail?state=pending")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Degraded",
            await (await app.Anonymous().GetAsync("/readyz")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );

        // A successful test message also retries the messages that waited for the server
        await server.FeelAsync(new { });
        using var test = await admin.PostFormAsync("/admin/mail/test");
        Assert.Contains(
            "The mail server accepted the message.",
            await test.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Null((await admin.ReadAsync("/help")).QuerySelector(Trouble));
        Assert.Equal(2, await app.RunAsync(RecurringJob.Delivery));
    }

    [NodeFact]
    public async Task A_test_message_shows_the_dialogue_without_secrets_and_what_to_do()
    {
        using var server = await SmtpPeer.StartAsync(
            new { auth = new { user = "compass", password = SmtpPeer.Password }, insecureAuth = true }
        );
        await using var app = await TestApp.StartAsync(
            settings: [.. server.Settings, ("Mail:Smtp:User", "compass"), ("Mail:Smtp:Password", "a wrong password")]
        );
        var admin = await app.RegisterAsync("ada@example.org");

        using var response = await admin.PostFormAsync("/admin/mail/test");

        var main = (await Browser.ReadAsync(response)).QuerySelector("main")!;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            "rejects the user name or password",
            main.QuerySelector("#result")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("app password", main.TextContent, StringComparison.Ordinal);
        var said = main.QuerySelector(".dialogue")!.TextContent;
        Assert.Contains("AUTH PLAIN ••••••••", said, StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong password", main.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_a_test_message_becomes_a_file_and_the_page_says_where()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("ada@example.org");

        using var response = await admin.PostFormAsync("/admin/mail/test", ("Input.To", "eve@example.org"));

        var file = Assert.Single(Directory.GetFiles(app.MailFolder));
        Assert.Contains(
            file,
            (await Browser.ReadAsync(response)).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "eve@example.org",
            Eml.Read(await File.ReadAllTextAsync(file)).Header("To"),
            StringComparison.Ordinal
        );
    }

    [NodeFact]
    public async Task Testmail_prints_the_dialogue_and_ends_with_0_or_1()
    {
        using var server = await SmtpPeer.StartAsync(
            new
            {
                mood = new { recipient = new { answer = "550 5.1.1 nobody of that name", only = "bob@example.org" } },
            }
        );
        await using var app = await TestApp.StartAsync(settings: server.Settings);

        var (code, output) = await CommandAsync(app, "testmail", "ada@example.org");
        Assert.True(code == 0, output);
        Assert.Contains("> RCPT TO:<ada@example.org>", output, StringComparison.Ordinal);
        Assert.Equal("Test message from CareerCompass", Assert.Single(server.Letters).Header("Subject"));

        (code, output) = await CommandAsync(app, "testmail", "bob@example.org");
        Assert.Equal(1, code);
        Assert.Contains("< 550 5.1.1 nobody of that name", output, StringComparison.Ordinal);
        Assert.Contains("This address does not exist or cannot receive mail.", output, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Whose_address_bounced_sees_why_and_may_try_again()
    {
        using var server = await SmtpPeer.StartAsync(
            new { mood = new { recipient = new { answer = "550 5.1.1 nobody of that name" } } }
        );
        await using var app = await TestApp.StartAsync(settings: server.Settings);
        var person = await app.RegisterAsync("ada@example.org");
        await app.RunAsync(RecurringJob.Delivery);

        var banner = (await person.ReadAsync("/help")).QuerySelector(Address)!;
        Assert.Contains("E-mail to ada@example.org bounced", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains("nobody of that name", banner.TextContent, StringComparison.Ordinal);
        Assert.Null((await person.ReadAsync("/help")).QuerySelector(Trouble));

        // It bounces again. No second message is enqueued within five minutes, but the failed one is retried
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var again = await person.PostAsync(
                "/account/retry",
                (Browser.TokenField, await person.TokenAsync("/help")),
                ("Back", "/help")
            );
            Assert.Contains(
                "not confirmed yet",
                (await person.ReadAsync("/help")).QuerySelector(Address)!.TextContent,
                StringComparison.Ordinal
            );
            await server.FeelAsync(
                attempt == 0 ? new { recipient = new { answer = "550 5.1.1 still nobody" } } : new { }
            );
            Assert.Equal(attempt, await app.RunAsync(RecurringJob.Delivery));
        }

        var link = Assert.Single(server.Letters).Text.Split("https://compass.example.org")[1].Split('\n')[0];
        await person.PostFormAsync(link);
        Assert.Null((await person.ReadAsync("/help")).QuerySelector(Address));
    }

    [Fact]
    public async Task What_failed_is_sent_again_one_by_one_or_all_at_once_but_not_to_dead_addresses()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("ada@example.org");
        var outboxMessages = new List<OutboxMessage>();
        await app.WithDbAsync(admin.PersonId, async db =>
        {
            foreach (
                var (fault, at) in new[]
                {
                    MailFaultKind.Permanent,
                    MailFaultKind.Permanent,
                    MailFaultKind.BadAddress,
                }.Select((fault, at) => (fault, at))
            )
            {
                var outboxMessage = new OutboxMessage(
                    admin.PersonId,
                    OutboxMessageKind.ResetPassword,
                    $"test {at}",
                    null,
                    app.Clock.Now
                );
                outboxMessage.Claim(app.Clock.Now);
                outboxMessage.MarkFailed(fault, "554 no", app.Clock.Now);
                outboxMessages.Add(outboxMessage);
            }

            db.AddRange(outboxMessages);
            await db.SaveChangesAsync();
        });
        var token = await admin.TokenAsync("/admin/mail?state=failed");

        using var one = await admin.PostAsync(
            $"/admin/mail/{outboxMessages[2].Id}/send",
            (Browser.TokenField, token),
            ("Back", "/admin/mail?state=failed")
        );
        Assert.Equal("/admin/mail?state=failed", one.Headers.Location!.ToString());
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        using var all = await admin.PostAsync("/admin/mail/retry", (Browser.TokenField, token));
        Assert.Equal(2, await app.RunAsync(RecurringJob.Delivery));
    }

    [Fact]
    public async Task The_list_goes_on_with_older_messages_of_the_same_state()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("ada@example.org");
        await app.WithDbAsync(admin.PersonId, async db =>
        {
            for (var at = 0; at < 120; at++)
            {
                var outboxMessage = new OutboxMessage(
                    admin.PersonId,
                    OutboxMessageKind.ResetPassword,
                    $"test {at}",
                    null,
                    app.Clock.Now
                );
                if (at % 2 == 0)
                {
                    outboxMessage.MarkSkipped($"reason {at}");
                }

                db.Add(outboxMessage);
            }

            await db.SaveChangesAsync();
        });

        var first = await admin.ReadAsync("/admin/mail?state=skipped");
        Assert.Equal(50, first.QuerySelectorAll(".past > li").Length);
        var older = await admin.ReadAsync(
            first.QuerySelectorAll("main a").Single(link => link.TextContent == "Older messages").GetAttribute("href")!
        );
        Assert.DoesNotContain(older.QuerySelectorAll("main a"), link => link.TextContent == "Older messages");
        Assert.Equal(
            60,
            new[] { first, older }
                .SelectMany(page => page.QuerySelectorAll(".past > li"))
                .Select(row => row.TextContent.Split("reason ")[1].Trim())
                .Distinct()
                .Count()
        );
    }

    private static async Task<(int Code, string Output)> CommandAsync(TestApp app, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (key, value) in app.Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
