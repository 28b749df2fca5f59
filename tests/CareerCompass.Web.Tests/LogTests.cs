using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Pages;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CareerCompass.Web.Tests;

/// <summary>Logs are often kept and shared: they contain no personal text and no credentials.</summary>
public sealed class LogTests
{
    private const string Email = "zaphodia.quux@secret.example";

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_personal_is_logged(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);
        app.Log.Least = LogLevel.Information;
        var anonymous = app.Anonymous();
        using (
            var registered = await anonymous.PostFormAsync(
                "/account/register",
                ("Input.Code", TestApp.SetupCode),
                ("Input.Name", "Zaphodia"),
                ("Input.Email", Email),
                ("Input.Password", "a secret password"),
                ("Input.Zone", "Europe/Berlin")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        }

        for (var i = 0; i < 6; i++)
        {
            using var wrong = await app.Anonymous()
                .PostFormAsync(
                    "/account/sign-in",
                    ("Input.Email", i == 0 ? "nobody@secret.example" : Email),
                    ("Input.Password", "a wrong password")
                );
        }

        using (var _ = await app.Anonymous().PostFormAsync("/account/forgot", ("Input.Email", Email)))
        {
            await app.RunAsync(RecurringJob.Delivery);
        }

        var person = await app.WithDbAsync(Guid.Empty, db => db.Users.Select(user => user.Id).SingleAsync());
        var me = new PlanBuilder(app, await app.SignInAsync(person));
        var goal = await me.SetGoalAsync("Quit the circus");
        await me.AddTaskAsync(goal, "Tell the elephants", notes: "They never forget");
        await me.AddMilestoneAsync(goal, "A room in Vienna");
        app.Clock.Now += TimeSpan.FromDays(8);
        await app.RunAsync(RecurringJob.Reviews);
        await app.RunAsync(RecurringJob.Delivery);

        var mails = string.Join(
            '\n',
            Directory.GetFiles(app.MailFolder).Select(file => Eml.Read(File.ReadAllText(file)).Text)
        );
        var links = Regex
            .Matches(mails, "/(?:account/reset|account/confirm|unsubscribe|link)/(?<token>[A-Za-z0-9_-]{20,})")
            .ToList();
        Assert.True(links.Count >= 2, mails);
        foreach (var link in links)
        {
            using var shown = await app.Anonymous().GetAsync(link.Value);
            using var foreign = await app.Anonymous().PostAsync(link.Value, ("Input.Password", "short"));
        }

        await FailAsync(app, me, goal, links);

        var log = string.Join('\n', app.Log.Lines);
        Assert.Contains("unhandled exception", log);
        Assert.Contains("could not be delivered", log);
        string[] personal =
        [
            Email,
            "zaphodia",
            "nobody@secret",
            "secret.example",
            "a secret password",
            "a wrong password",
            "circus",
            "elephants",
            "never forget",
            "Vienna",
            .. links.Select(link => link.Groups["token"].Value),
        ];
        foreach (var text in personal)
        {
            var line = app.Log.Lines.FirstOrDefault(line => line.Contains(text, StringComparison.OrdinalIgnoreCase));
            Assert.True(line is null, $"“{text}” was logged: {line}");
        }
    }

    private static async Task FailAsync(TestApp app, PlanBuilder me, Guid goal, List<Match> links)
    {
        using var _ = await app.Anonymous().PostFormAsync("/account/forgot", ("Input.Email", Email));
        await using (
            var twin = app.Twin(
                ("Mail:Smtp:Host", "127.0.0.1"),
                ("Mail:Smtp:Port", "1"),
                ("Mail:Smtp:StartTls", "false")
            )
        )
        {
            await twin.RunAsync(RecurringJob.Delivery);
            foreach (var line in twin.Log.Lines)
            {
                app.Log.CreateLogger("twin").LogWarning("{Line}", line);
            }
        }

        var title = await me.Browser.TokenAsync("/goals/new");
        await app.WithDbAsync(me.Browser.PersonId, async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Goals" RENAME TO "Gone" """);
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "MailTokens" RENAME TO "GoneToo" """);
        });
        using var shown = await me.Browser.GetAsync($"/goals/{goal}");
        using var set = await me.Browser.PostAsync(
            "/goals/new",
            ("Input.Title", "Quit the circus again"),
            ("Input.Target", "2027-12-01"),
            (Browser.TokenField, title)
        );
        using var reset = await app.Anonymous().GetAsync(links[0].Value);
        Assert.All([shown, set, reset], response =>
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode)
        );
        app.Clock.Now += TimeSpan.FromDays(8);
        await Assert.ThrowsAnyAsync<Exception>(() => app.RunAsync(RecurringJob.Reviews));
    }
}
