using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class EmailChangeTests : IDisposable
{
    private const string Password = "a long password";
    private SmtpPeer? server;

    public void Dispose() => server?.Dispose();

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task A_new_address_counts_once_its_link_is_posted_and_the_old_one_is_told(TestDatabase database)
    {
        await using var app = await StartAsync(database);
        var ada = await ConfirmedAsync(app, "ada@example.org");

        await AskAsync(ada, "ada@new.example");
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var link = LinkIn(MailTo("ada@new.example"), "confirm");
        await ada.ReadAsync(link);
        Assert.Equal("ada@example.org", await AddressAsync(app, ada));
        Assert.Contains(
            "ada@new.example",
            (await ada.ReadAsync("/settings/email")).QuerySelector("#pending")!.TextContent,
            StringComparison.Ordinal
        );

        Assert.Equal(HttpStatusCode.Redirect, (await ada.PostFormAsync(link)).StatusCode);

        Assert.Equal(("ada@new.example", true), (await AddressAsync(app, ada), await IsConfirmedAsync(app, ada)));
        Assert.Contains(
            "ada@new.example",
            (await ada.ReadAsync("/settings/security")).QuerySelector(".lead")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ADA@new.example"));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(app, "ada@example.org"));
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var told = MailTo("ada@example.org");
        Assert.Equal("The e-mail address of your account was changed", told.Header("Subject"));
        Assert.DoesNotContain("new.example", told.Text + told.Html, StringComparison.Ordinal);
        Assert.Contains(
            "no longer works",
            (await ada.ReadAsync(link)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task The_owner_of_a_mistyped_new_address_gets_nothing_by_its_link(TestDatabase database)
    {
        await using var app = await StartAsync(database);
        var ada = await ConfirmedAsync(app, "ada@example.org");
        var mallory = await ConfirmedAsync(app, "mallory@example.org");
        await AskAsync(ada, "adda@example.org");
        await app.RunAsync(RecurringJob.Delivery);
        var mail = MailTo("adda@example.org");
        var link = LinkIn(mail, "confirm");

        Assert.DoesNotContain("Hello ada", mail.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var stranger in new[] { app.Anonymous(), mallory })
        {
            using var empty = await stranger.PostFormAsync(link);
            using var wrong = await stranger.PostFormAsync(link, ("Input.Password", "mallory's password"));
            Assert.NotNull((await Browser.ReadAsync(wrong)).QuerySelector("#Input_Password-error"));
        }

        await ForgetAsync(app, "adda@example.org");
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(("ada@example.org", true), (await AddressAsync(app, ada), await IsConfirmedAsync(app, ada)));
    }

    [NodeFact]
    public async Task A_link_that_is_opened_elsewhere_takes_the_password_and_then_the_second_step()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");
        await AskAsync(ada, "ada@new.example");
        await app.RunAsync(RecurringJob.Delivery);
        var phone = app.Anonymous();

        using var done = await phone.PostFormAsync(
            LinkIn(MailTo("ada@new.example"), "confirm"),
            ("Input.Password", Password)
        );

        Assert.Equal("/", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/settings")).StatusCode);
        Assert.Equal("ada@new.example", await AddressAsync(app, ada));
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task The_former_address_takes_an_account_back_from_a_thief_who_knew_the_password(TestDatabase database)
    {
        await using var app = await StartAsync(database);
        var ada = await ConfirmedAsync(app, "ada@example.org");
        var thief = app.Anonymous();
        using (
            var entered = await thief.PostFormAsync(
                "/account/sign-in",
                ("Input.Email", "ada@example.org"),
                ("Input.Password", Password)
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        }

        var first = await MoveAsync(app, thief, "thief@example.net", "ada@example.org");
        await thief.PostFormAsync(
            "/settings/password",
            ("Input.Current", Password),
            ("Input.Password", "the thief's own one")
        );
        var second = await MoveAsync(app, thief, "thief@example.com", "thief@example.net", "the thief's own one");
        await SampleData.ArrangeAsync(app, ada.PersonId);
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            db.UserLogins.Add(
                new IdentityUserLogin<Guid>
                {
                    UserId = ada.PersonId,
                    LoginProvider = "Oidc",
                    ProviderKey = "thief",
                }
            );
            await db.SaveChangesAsync();
        });
        app.Clock.Now += TimeSpan.FromDays(6);

        Assert.Contains(
            "Take back your account?",
            (await app.Anonymous().ReadAsync(first)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("thief@example.com", await AddressAsync(app, ada));
        using var back = await app.Anonymous().PostAsync(first);

        Assert.Equal(("ada@example.org", true), (await AddressAsync(app, ada), await IsConfirmedAsync(app, ada)));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(app, "ada@example.org", "the thief's own one"));
        Assert.Equal(
            (0, 0),
            await app.WithDbAsync(Guid.Empty, async db =>
                (await db.UserLogins.CountAsync(), await db.UserPasskeys.CountAsync())
            )
        );

        // The link in the thief's own mailbox cannot undo it, and this one not twice
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().PostAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().PostAsync(first)).StatusCode);
        using var set = await app.Anonymous()
            .PostFormAsync(back.Headers.Location!.OriginalString, ("Input.Password", "ada's new password"));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ada@example.org", "ada's new password"));
        await app.RunAsync(RecurringJob.Delivery);
        Assert.Contains(
            "previous e-mail address",
            MailTo("thief@example.com").Header("Subject"),
            StringComparison.Ordinal
        );
    }

    [NodeFact]
    public async Task What_was_there_before_the_change_stays_when_it_is_undone()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");
        await SampleData.ArrangeAsync(app, ada.PersonId);
        var undo = await MoveAsync(app, ada, "ada@new.example", "ada@example.org");

        using var back = await app.Anonymous().PostAsync(undo);

        Assert.StartsWith("/account/reset/", back.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ada@example.org"));
        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.UserPasskeys.CountAsync()));
    }

    [NodeFact]
    public async Task After_seven_days_or_on_a_disabled_account_nothing_is_taken_back()
    {
        await using var app = await StartAsync();
        await app.OpenAccountAsync("first@example.org");
        var ada = await ConfirmedAsync(app, "ada@example.org");
        var undo = await MoveAsync(app, ada, "ada@new.example", "ada@example.org");
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, TestApp.Start))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().PostAsync(undo)).StatusCode);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, (DateTime?)null))
        );

        Assert.False(await RegistersAsync("ada@example.org"));
        app.Clock.Now += TimeSpan.FromDays(8);

        Assert.NotEqual(HttpStatusCode.Redirect, (await app.Anonymous().PostAsync(undo)).StatusCode);
        Assert.Equal("ada@new.example", await AddressAsync(app, ada));
        Assert.True(await RegistersAsync("ada@example.org"));

        async Task<bool> RegistersAsync(string email)
        {
            using var response = await app.Anonymous()
                .PostFormAsync(
                    "/account/register",
                    ("Input.Name", "Somebody"),
                    ("Input.Email", email),
                    ("Input.Password", Password),
                    ("Input.Zone", "UTC")
                );
            Assert.Equal("/account/sign-in", response.Headers.Location?.OriginalString);
            return await app.WithDbAsync(Guid.Empty, db => db.Users.AnyAsync(user => user.Email == email));
        }
    }

    [NodeTheory]
    [InlineData("BOB@example.org", "bob@example.org")]
    [InlineData("zoe\u0308@example.org", "zo\u00eb@example.org")]
    public async Task Whether_an_address_is_taken_is_told_to_its_mailbox_alone(string wanted, string taken)
    {
        await using var app = await StartAsync();
        await app.OpenAccountAsync(taken);
        var ada = await ConfirmedAsync(app, "ada@example.org");
        await app.WithDbAsync(Guid.Empty, db => db.OutboxMessages.IgnoreQueryFilters().ExecuteDeleteAsync());

        var one = await SaidAsync("free@example.org");
        var other = await SaidAsync(wanted);

        Assert.Equal(one.Replace("free@example.org", wanted.Normalize(), StringComparison.Ordinal), other);
        await app.RunAsync(RecurringJob.Delivery);
        if (taken.All(char.IsAscii))
        {
            var mail = MailTo("BOB@example.org");
            Assert.Equal("This address already has an account", mail.Header("Subject"));
            Assert.DoesNotContain("/account/confirm/", mail.Text, StringComparison.Ordinal);
        }

        Assert.Equal("ada@example.org", await AddressAsync(app, ada));
        Assert.Empty(
            await app.WithDbAsync(Guid.Empty, db =>
                db.MailTokens.Where(row => row.Purpose == TokenPurpose.ChangeEmail).ToListAsync()
            )
        );

        async Task<string> SaidAsync(string email)
        {
            await AskAsync(ada, email);
            var page = await ada.ReadAsync("/settings/email");
            return (
                page.QuerySelector(".status")!.TextContent + page.QuerySelector("#pending")!.ParentElement!.TextContent
            ).Normalize();
        }
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task Of_two_who_confirm_one_address_at_once_one_gets_it(TestDatabase database)
    {
        await using var app = await StartAsync(database);
        var people = new[]
        {
            await ConfirmedAsync(app, "ada@example.org"),
            await ConfirmedAsync(app, "bob@example.org"),
        };
        foreach (var person in people)
        {
            await AskAsync(person, "both@example.org");
        }

        await app.RunAsync(RecurringJob.Delivery);
        var links = server!
            .Letters.Where(mail => mail.Header("To").Contains("both@", StringComparison.Ordinal))
            .Select(mail => LinkIn(mail, "confirm"))
            .ToList();
        var tries = people
            .SelectMany(person => links.Select(async link => (person, link, page: await person.ReadAsync(link))))
            .ToList();
        var ready = (await Task.WhenAll(tries))
            .Where(row => row.page.QuerySelector("#Input_Password") is null)
            .ToList();

        var answers = await Task.WhenAll(ready.Select(row => row.person.PostFormAsync(row.page, row.link)));

        Assert.Equal(2, answers.Length);
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 400, answer.StatusCode.ToString()));
        Assert.Equal(
            1,
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.CountAsync(user => user.NormalizedEmail == "BOTH@EXAMPLE.ORG")
            )
        );
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
    }

    [NodeFact]
    public async Task A_change_that_was_replaced_cancelled_or_outlived_by_the_password_is_dead()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");
        var links = new List<string>();
        foreach (var address in new[] { "one@example.org", "two@example.org", "three@example.org", "four@example.org" })
        {
            await AskAsync(ada, address);
            await app.RunAsync(RecurringJob.Delivery);
            links.Add(LinkIn(MailTo(address), "confirm"));
            if (address == "two@example.org")
            {
                await ada.PostAsync("/settings/email/cancel", (Browser.TokenField, await ada.TokenAsync("/help")));
                Assert.Null((await ada.ReadAsync("/settings/email")).QuerySelector("#pending"));
            }
            else if (address == "three@example.org")
            {
                await ada.PostFormAsync(
                    "/settings/password",
                    ("Input.Current", Password),
                    ("Input.Password", "another long one")
                );
                await ada.PostFormAsync(
                    "/settings/password",
                    ("Input.Current", "another long one"),
                    ("Input.Password", Password)
                );
            }
        }

        Assert.Equal([false, false, false, true], await WorkingAsync(ada));
        app.Clock.Now += TimeSpan.FromDays(8);
        var later = await app.SignInAsync(ada.PersonId);
        Assert.Equal([false, false, false, false], await WorkingAsync(later));
        Assert.Null((await later.ReadAsync("/settings/email")).QuerySelector("#pending"));
        Assert.Equal("ada@example.org", await AddressAsync(app, ada));

        async Task<List<bool>> WorkingAsync(Browser browser)
        {
            var working = new List<bool>();
            foreach (var link in links)
            {
                var title = (await browser.ReadAsync(link)).QuerySelector("h1")!.TextContent;
                working.Add(!title.Contains("no longer works", StringComparison.Ordinal));
            }

            return working;
        }
    }

    [NodeFact]
    public async Task The_change_takes_proof_and_another_address()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");

        foreach (
            var (email, proof, field) in new[]
            {
                ("new@example.org", "wrong", "Proof"),
                ("new@example.org", "", "Proof"),
                ("not an address", Password, "Email"),
                ("ada@example.org", Password, "Email"),
                ("", Password, "Email"),
            }
        )
        {
            using var refused = await ada.PostFormAsync(
                "/settings/email",
                ("Input.Email", email),
                ("Input.Proof", proof)
            );
            Assert.NotNull((await Browser.ReadAsync(refused)).QuerySelector($"#Input_{field}-error"));
        }

        Assert.False(await app.WithDbAsync(ada.PersonId, db => db.EmailChanges.AnyAsync()));
    }

    [NodeFact]
    public async Task An_account_without_password_and_app_changes_its_address_only_soon_after_signing_in()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null))
        );
        app.Clock.Now += TimeSpan.FromMinutes(16);

        using var refused = await ada.PostFormAsync("/settings/email", ("Input.Email", "ada@new.example"));
        Assert.Contains(
            "Sign out and in again",
            (await Browser.ReadAsync(refused)).QuerySelector(".problems")!.TextContent,
            StringComparison.Ordinal
        );
        var fresh = await app.SignInAsync(ada.PersonId);
        await AskAsync(fresh, "ada@new.example", proof: null);
        await app.RunAsync(RecurringJob.Delivery);
        var link = LinkIn(MailTo("ada@new.example"), "confirm");

        // The page does not show whose account it is, and asks to sign in
        var stranger = await app.Anonymous().ReadAsync(link);
        Assert.Contains(
            "/account/sign-in?returnUrl=",
            stranger.QuerySelector("main a.button")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await app.Anonymous()
                    .PostAsync(link, (Browser.TokenField, await app.Anonymous().TokenAsync("/account/forgot")))
            ).StatusCode
        );
        Assert.Equal("ada@example.org", await AddressAsync(app, ada));
        await fresh.PostFormAsync(link);
        Assert.Equal("ada@new.example", await AddressAsync(app, ada));
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task A_mistyped_address_that_was_never_confirmed_is_worth_nothing_to_its_real_owner(
        TestDatabase database
    )
    {
        await using var app = await StartAsync(database);
        var admin = await ConfirmedAsync(app, "admin@example.org");
        var ada = await app.RegisterAsync("adda@example.org");
        await app.RunAsync(RecurringJob.Delivery);
        var confirm = LinkIn(MailTo("adda@example.org"), "confirm");

        // Neither the confirmation link nor a forgotten password opens the account
        var owner = app.Anonymous();
        using (var _ = await owner.PostFormAsync(confirm))
        {
            Assert.False(await IsConfirmedAsync(app, ada));
        }

        await ForgetAsync(app, "adda@example.org");
        using var refused = await admin.PostAsync(
            $"/admin/people/{ada.PersonId}/mail-reset",
            (Browser.TokenField, await admin.TokenAsync("/help"))
        );
        Assert.Contains(
            "not confirmed",
            (await admin.ReadAsync($"/admin/people/{ada.PersonId}")).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var mail = server!.Letters[^1];
        Assert.Equal("Your password cannot be reset by e-mail", mail.Header("Subject"));
        Assert.DoesNotContain("/account/reset/", mail.Text + mail.Html, StringComparison.Ordinal);
        var token = await TokenAsync(app, ada, TokenPurpose.ResetPassword);
        Assert.Contains(
            "no longer works",
            (await owner.ReadAsync($"/account/reset/{token}")).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );

        // After the correction nothing goes to the mistyped address, and its links stay dead
        await AskAsync(ada, "ada@example.org");
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        await ada.PostFormAsync(LinkIn(MailTo("ada@example.org"), "confirm"));
        Assert.Equal(("ada@example.org", true), (await AddressAsync(app, ada), await IsConfirmedAsync(app, ada)));
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Contains(
            "no longer works",
            (await owner.ReadAsync(confirm)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no longer works",
            (await owner.ReadAsync($"/account/reset/{token}")).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task An_administrator_mends_an_address_at_once_and_the_person_confirms_it(TestDatabase database)
    {
        await using var app = await StartAsync(database);
        var admin = await ConfirmedAsync(app, "admin@example.org");
        var ada = await app.RegisterAsync("adda@example.org");
        await app.RunAsync(RecurringJob.Delivery);
        var before = LinkIn(MailTo("adda@example.org"), "confirm");
        var place = $"/admin/people/{ada.PersonId}/email";
        using (var taken = await admin.PostFormAsync(place, ("Input.Email", "Admin@example.org")))
        {
            Assert.NotNull((await Browser.ReadAsync(taken)).QuerySelector("#Input_Email-error"));
        }

        using var changed = await admin.PostFormAsync(place, ("Input.Email", "ada@example.org"));

        Assert.Equal($"/admin/people/{ada.PersonId}", changed.Headers.Location?.OriginalString);
        Assert.Equal(("ada@example.org", false), (await AddressAsync(app, ada), await IsConfirmedAsync(app, ada)));
        Assert.Contains(
            "no longer works",
            (await ada.ReadAsync(before)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        await ada.PostFormAsync(LinkIn(MailTo("ada@example.org"), "confirm"));
        Assert.True(await IsConfirmedAsync(app, ada));

        await admin.PostFormAsync(place, ("Input.Email", "ada@new.example"));
        await app.RunAsync(RecurringJob.Delivery);
        var told = server!.Letters.Last(mail =>
            mail.Header("To").Contains("ada@example.org", StringComparison.Ordinal)
        );
        Assert.Contains("An administrator", told.Text, StringComparison.Ordinal);
        await app.Anonymous().PostAsync(LinkIn(told, "link"));
        Assert.Equal("ada@example.org", await AddressAsync(app, ada));
    }

    [NodeFact]
    public async Task Links_that_act_die_with_the_address_they_went_to_but_reminders_can_still_be_turned_off()
    {
        await using var app = await StartAsync();
        var ada = await ConfirmedAsync(app, "ada@example.org");
        await app.GoalAsync(ada.PersonId);
        app.Clock.Now = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(RecurringJob.Reviews);
        await app.RunAsync(RecurringJob.Delivery);
        var mail = MailTo("ada@example.org");
        var (acting, off) = (LinkIn(mail, "link"), Regex.Match(mail.Text, "/unsubscribe/[A-Za-z0-9_-]+").Value);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync(acting)).StatusCode);

        await MoveAsync(app, await app.SignInAsync(ada.PersonId), "ada@new.example", "ada@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().PostAsync(acting)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().PostAsync(off)).StatusCode);
    }

    [Fact]
    public async Task A_link_from_mail_that_became_a_file_confirms_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var ada = await app.RegisterAsync("ada@example.org");
        await ForgetAsync(app, "ada@example.org");
        await app.RunAsync(RecurringJob.Delivery);
        var link = Regex
            .Match(
                Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single())).Text,
                "/account/reset/[A-Za-z0-9_-]+"
            )
            .Value;

        using var set = await app.Anonymous().PostFormAsync(link, ("Input.Password", "another long one"));

        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ada@example.org", "another long one"));
        Assert.False(await IsConfirmedAsync(app, ada));
    }

    [NodeFact]
    public async Task A_deleted_account_takes_its_changes_and_links_along_and_an_export_holds_them()
    {
        await using var app = await StartAsync();
        await app.OpenAccountAsync("first@example.org");
        var ada = await ConfirmedAsync(app, "ada@example.org");
        var undo = await MoveAsync(app, ada, "ada@new.example", "ada@example.org");
        await AskAsync(ada, "ada@third.example");
        using var export = await ada.PostFormAsync("/settings/export");
        Assert.Contains("ada@third.example", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await ada.PostFormAsync("/settings/delete", ("Input.Password", Password));

        Assert.DoesNotContain(await SampleData.DumpAsync(app), row =>
            row.Contains("ada@", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().PostAsync(undo)).StatusCode);
    }

    private async Task<TestApp> StartAsync(TestDatabase database = TestDatabase.Sqlite)
    {
        server = await SmtpPeer.StartAsync();
        return await TestApp.StartAsync(database, settings: server.Settings);
    }

    private static async Task<Browser> ConfirmedAsync(TestApp app, string email)
    {
        var person = await app.RegisterAsync(email);
        await app.WithDbAsync(person.PersonId, async db =>
        {
            await db
                .Users.Where(user => user.Id == person.PersonId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true));
            await db.OutboxMessages.ExecuteDeleteAsync();
        });
        return person;
    }

    private static async Task AskAsync(Browser person, string email, string? proof = Password)
    {
        using var asked = await person.PostFormAsync("/settings/email", ("Input.Email", email), ("Input.Proof", proof));
        Assert.True(asked.StatusCode == HttpStatusCode.Redirect, await asked.Content.ReadAsStringAsync());
    }

    /// <returns>The link that undoes the change.</returns>
    private async Task<string> MoveAsync(TestApp app, Browser person, string to, string from, string proof = Password)
    {
        await AskAsync(person, to, proof);
        await app.RunAsync(RecurringJob.Delivery);
        using var confirmed = await person.PostFormAsync(LinkIn(MailTo(to), "confirm"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        await app.RunAsync(RecurringJob.Delivery);
        return LinkIn(
            server!.Letters.Last(mail =>
                mail.Header("Subject").Contains("was changed", StringComparison.Ordinal)
                && mail.Header("To").Contains(from, StringComparison.Ordinal)
                && mail.Text.Contains("/link/", StringComparison.Ordinal)
            ),
            "link"
        );
    }

    private Eml MailTo(string address) =>
        server!.Letters.Last(mail => mail.Header("To").Contains(address, StringComparison.Ordinal));

    private static string LinkIn(Eml mail, string kind) =>
        Regex.Match(mail.Text, $"https://compass.example.org((?:/account)?/{kind}/[A-Za-z0-9_-]+)").Groups[1].Value;

    private static async Task ForgetAsync(TestApp app, string email)
    {
        using var _ = await app.Anonymous().PostFormAsync("/account/forgot", ("Input.Email", email));
    }

    private static Task<string> TokenAsync(TestApp app, Browser person, TokenPurpose purpose) =>
        app.WithDbAsync(person.PersonId, async db =>
        {
            var (token, text) = MailToken.Create(person.PersonId, purpose, app.Clock.Now);
            db.MailTokens.Add(token);
            await db.SaveChangesAsync();
            return text;
        });

    private static Task<string?> AddressAsync(TestApp app, Browser person) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Id == person.PersonId).Select(user => user.Email).SingleAsync()
        );

    private static Task<bool> IsConfirmedAsync(TestApp app, Browser person) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Id == person.PersonId).Select(user => user.EmailConfirmed).SingleAsync()
        );

    private static async Task<HttpStatusCode> SignInAsync(TestApp app, string email, string password = Password)
    {
        using var response = await app.Anonymous()
            .PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", password));
        return response.StatusCode;
    }
}
