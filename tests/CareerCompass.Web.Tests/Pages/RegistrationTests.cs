using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class RegistrationTests
{
    private static readonly (string, string) ByInvitation = ("Registration:Mode", "");

    [Theory]
    [InlineData("", "By invitation only", false)]
    [InlineData("invite", "By invitation only", false)]
    [InlineData("Closed", "No new accounts", false)]
    [InlineData("Open", "Create an account", true)]
    public async Task Registration_is_offered_only_where_it_can_work(string mode, string title, bool offered)
    {
        await using var app = await TestApp.StartAsync(settings: ("Registration:Mode", mode));
        await app.OpenAccountAsync("first@example.org");

        foreach (var path in new[] { "/welcome", "/account/sign-in" })
        {
            Assert.Equal(
                offered,
                (await app.Anonymous().ReadAsync(path)).QuerySelector("a[href='/account/register']") is not null
            );
        }

        var page = await app.Anonymous().ReadAsync("/account/register");
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(offered, page.QuerySelector("main form") is not null);
        var bob = app.Anonymous();
        using var insisted = await bob.PostAsync(
            "/account/register",
            [.. Fields("bob@example.org"), (Browser.TokenField, await bob.TokenAsync("/account/forgot"))]
        );
        Assert.Equal(offered ? 2 : 1, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_mode_that_there_is_not_is_refused_at_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestApp.StartAsync(settings: ("Registration:Mode", "Invites"))
        );
        Assert.Contains("Open, Invite or Closed", error.Message, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_that_was_handed_over_opens_one_account(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(
            database,
            settings: [ByInvitation, ("App:PublicUrl", "https://compass.example.org")]
        );
        var admin = await app.RegisterAsync("admin@example.org");
        var link = await InviteAsync(admin, "bob@example.org");
        Assert.Null((await admin.ReadAsync("/admin/invites")).QuerySelector("#handed"));

        var bob = app.Anonymous();
        Assert.Equal(
            "bob@example.org",
            (await bob.ReadAsync(link)).QuerySelector("#Input_Email")!.GetAttribute("value")
        );
        using var refused = await bob.PostFormAsync(link, Fields("bob@example.org", password: "short"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var opened = await bob.PostFormAsync(link, Fields("bob@example.org"));
        Assert.Equal("/setup", opened.Headers.Location?.OriginalString);

        // A copied link does not prove access to the invited mailbox
        Assert.False(
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.Where(user => user.Email == "bob@example.org")
                    .Select(user => user.EmailConfirmed)
                    .SingleAsync()
            )
        );
        Assert.Equal("This invitation has already been used", await TitleAsync(app, link));
        Assert.Contains(
            "by bob@example.org",
            (await admin.ReadAsync("/admin/invites")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "You already have an account",
            (await FollowAsync(bob, link)).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_use_one_link_at_once_one_gets_an_account(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database, settings: ByInvitation);
        var admin = await app.RegisterAsync("admin@example.org");
        var link = await InviteAsync(admin, null);

        var guests = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    var guest = app.Anonymous();
                    return (Browser: guest, Page: await guest.ReadAsync(link));
                })
        );

        var answers = await Task.WhenAll(
            guests.Select(
                (guest, number) => guest.Browser.PostFormAsync(guest.Page, link, Fields($"bob{number}@example.org"))
            )
        );

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 400, answer.StatusCode.ToString()));
        Assert.Equal(2, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task An_invitation_goes_by_mail_to_whom_it_invites_and_confirms_that_address_alone(
        TestDatabase database
    )
    {
        using var server = await SmtpPeer.StartAsync();
        await using var app = await TestApp.StartAsync(database, settings: [ByInvitation, .. server.Settings]);
        var admin = await app.RegisterAsync("admin@example.org");
        foreach (var name in new[] { "bob", "eve" })
        {
            using var sent = await admin.PostFormAsync(
                "/admin/invites",
                ("Input.Email", $"{name}@example.org"),
                ("Input.Days", "7"),
                ("Input.Send", "true")
            );
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        await app.RunAsync(RecurringJob.Delivery);
        foreach (
            var (invited, registers, confirmed) in new[]
            {
                ("bob@example.org", "Bob@example.org", true),
                ("eve@example.org", "other@example.org", false),
            }
        )
        {
            var mail = server.Letters.Single(mail => mail.Header("To").Contains(invited, StringComparison.Ordinal));
            Assert.Equal("admin invites you to CareerCompass", mail.Header("Subject"));
            var link = Regex.Match(mail.Text, "https://compass.example.org(/invite/[A-Za-z0-9_-]+)").Groups[1].Value;
            Assert.Contains(link, mail.Html, StringComparison.Ordinal);
            using var opened = await app.Anonymous().PostFormAsync(link, Fields(registers));
            Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
            Assert.Equal(
                confirmed,
                await app.WithDbAsync(Guid.Empty, db =>
                    db.Users.Where(user => user.Email == registers).Select(user => user.EmailConfirmed).SingleAsync()
                )
            );
        }

        var envelopes = (await admin.ReadAsync("/admin/mail")).Body!.TextContent;
        Assert.Contains("bob@example.org", envelopes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_does_not_hold_says_kindly_why()
    {
        await using var app = await TestApp.StartAsync(settings: ByInvitation);
        var admin = await app.RegisterAsync("admin@example.org");
        var (revoked, expired) = (await InviteAsync(admin, null), await InviteAsync(admin, "late@example.org"));
        var invites = await admin.ReadAsync("/admin/invites");
        var button = invites.QuerySelector("button[aria-label*='anyone with the link']")!.GetAttribute("formaction")!;
        using var taken = await admin.PostAsync(button, (Browser.TokenField, await admin.TokenAsync("/admin/invites")));
        Assert.Equal("/admin/invites", taken.Headers.Location?.OriginalString);
        app.Clock.Now += TimeSpan.FromDays(15);

        Assert.Equal("This invitation was revoked", await TitleAsync(app, revoked));
        Assert.Equal("This invitation has expired", await TitleAsync(app, expired));
        Assert.Equal("This invitation was not found", await TitleAsync(app, "/invite/unknown"));
        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_mail_of_a_revoked_invitation_is_not_sent()
    {
        await using var app = await TestApp.StartAsync(settings: ByInvitation);
        var admin = await app.RegisterAsync("admin@example.org");
        using var sent = await admin.PostFormAsync(
            "/admin/invites",
            ("Input.Email", "bob@example.org"),
            ("Input.Days", "7"),
            ("Input.Send", "true")
        );
        var invitation = await app.WithDbAsync(Guid.Empty, db => db.Invitations.SingleAsync());
        using var revoked = await admin.PostAsync(
            $"/admin/invites/{invitation.Id}/revoke",
            (Browser.TokenField, await admin.TokenAsync("/admin/invites"))
        );

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(
            OutboxMessageState.Skipped,
            await app.WithDbAsync(admin.PersonId, db =>
                db.OutboxMessages.Select(outboxMessage => outboxMessage.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task An_invitation_by_mail_needs_an_address()
    {
        await using var app = await TestApp.StartAsync();
        var admin = await app.RegisterAsync("admin@example.org");

        using var response = await admin.PostFormAsync("/admin/invites", ("Input.Email", ""), ("Input.Send", "true"));

        Assert.NotNull((await Browser.ReadAsync(response)).QuerySelector("#Input_Email-error"));
        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.Invitations.CountAsync()));
    }

    private static async Task<string> InviteAsync(Browser admin, string? email)
    {
        using var response = await admin.PostFormAsync(
            "/admin/invites",
            ("Input.Email", email),
            ("Input.Days", Invitation.DefaultDays.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return new Uri(
            (await admin.ReadAsync("/admin/invites")).QuerySelector("#handed")!.GetAttribute("value")!
        ).AbsolutePath;
    }

    private static async Task<string> TitleAsync(TestApp app, string link) =>
        (await app.Anonymous().ReadAsync(link)).QuerySelector("h1")!.TextContent;

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> FollowAsync(Browser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return await browser.ReadAsync(response.Headers.Location!.OriginalString);
    }

    private static (string, string?)[] Fields(string email, string password = "a long password") =>
        [("Input.Name", "Bob"), ("Input.Email", email), ("Input.Password", password), ("Input.Zone", "UTC")];
}
