using System.Net;
using CareerCompass.Domain;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class PeopleTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string Password = "a long password";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_disabled_account_is_signed_out_at_once_and_cannot_sign_in_until_it_is_enabled(
        TestDatabase database
    )
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);

        await ActAsync(admin, bob, "disable");
        Assert.Equal(HttpStatusCode.Redirect, (await bob.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(app));
        Assert.Contains(
            "Disabled",
            (await admin.ReadAsync("/admin/people")).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal
        );

        await ActAsync(admin, bob, "enable");
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app));
    }

    [Fact]
    public async Task A_disabled_account_gets_no_reminders()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var (admin, bob) = await TwoAsync(app);
        await app.WithDbAsync(bob.PersonId, async db =>
        {
            var review = new Review(
                bob.PersonId,
                new ScheduledReview(
                    ReviewKind.Weekly,
                    new DateOnly(2027, 3, 1),
                    new DateOnly(2027, 3, 1),
                    app.Clock.Now
                ),
                app.Clock.Now
            );
            db.AddRange(
                review,
                new OutboxMessage(
                    bob.PersonId,
                    OutboxMessageKind.ReviewReminder,
                    OutboxMessage.ReminderOccasion(review),
                    review.Id,
                    app.Clock.Now
                )
            );
            await db.SaveChangesAsync();
        });
        await ActAsync(admin, bob, "disable");

        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));
        Assert.Equal(
            "The account is disabled.",
            await app.WithDbAsync(bob.PersonId, db =>
                db.OutboxMessages.Select(outboxMessage => outboxMessage.Error).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_the_password()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var (admin, bob) = await TwoAsync(app);

        await ActAsync(admin, bob, "sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await bob.GetAsync("/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_to_a_new_password_is_shown_once_and_works_once_and_does_not_confirm_the_address(
        TestDatabase database
    )
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        var place = $"/admin/people/{bob.PersonId}";

        await ActAsync(admin, bob, "make-reset");
        var link = new Uri(
            (await admin.ReadAsync(place)).QuerySelector("#handed")!.GetAttribute("value")!
        ).AbsolutePath;
        Assert.Null((await admin.ReadAsync(place)).QuerySelector("#handed"));
        using var set = await app.Anonymous().PostFormAsync(link, ("Input.Password", "another long one"));

        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "another long one"));
        Assert.Contains(
            "no longer works",
            (await app.Anonymous().ReadAsync(link)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.False(
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.Where(user => user.Id == bob.PersonId).Select(user => user.EmailConfirmed).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_link_to_a_new_password_goes_by_mail()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var (admin, bob) = await TwoAsync(app);

        await ActAsync(admin, bob, "mail-reset");

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        Assert.Contains(
            "bob@example.org",
            Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single())).Header("To"),
            StringComparison.Ordinal
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_second_step_is_turned_off_and_the_person_is_told(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        var place = $"/admin/people/{bob.PersonId}";
        await ActAsync(admin, bob, "second-step-off");
        Assert.Contains(
            "no authenticator app",
            (await admin.ReadAsync(place)).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        await TurnOnAsync(app, bob);
        Assert.Equal("/account/second-step", await LedAsync());

        app.Log.Least = Microsoft.Extensions.Logging.LogLevel.Information;
        await ActAsync(admin, bob, "second-step-off");

        Assert.Equal("/", await LedAsync());
        Assert.Null((await admin.ReadAsync(place)).QuerySelector("button[formaction$='second-step-off']"));
        Assert.Contains(app.Log.Lines, line =>
            line.Contains(
                $"{admin.PersonId} turned off the authenticator app of account {bob.PersonId}",
                StringComparison.Ordinal
            )
        );
        await app.RunAsync(RecurringJob.Delivery);
        var mails = Directory.GetFiles(app.MailFolder).Select(file => Eml.Read(File.ReadAllText(file))).ToList();
        var told = mails.Single(mail => mail.Header("Subject") == "The authenticator app was turned off for you");
        Assert.Contains("bob@example.org", told.Header("To"), StringComparison.Ordinal);
        Assert.Contains("An administrator, on Wed 3 March 2027", told.Text, StringComparison.Ordinal);

        async Task<string?> LedAsync()
        {
            using var response = await app.Anonymous()
                .PostFormAsync("/account/sign-in", ("Input.Email", "bob@example.org"), ("Input.Password", Password));
            return response.Headers.Location?.OriginalString;
        }
    }

    [Theory]
    [InlineData("make-reset")]
    [InlineData("mail-reset")]
    public async Task Where_people_sign_in_by_the_provider_alone_no_dead_link_is_made(string verb)
    {
        await using var app = await TestApp.StartAsync(
            settings:
            [
                ("Oidc:Authority", "http://127.0.0.1:9"),
                ("Oidc:ClientId", "compass"),
                ("Oidc:Name", "Club"),
                ("Oidc:Only", "true"),
            ]
        );
        var (admin, bob) = await TwoAsync(app);

        await ActAsync(admin, bob, verb);

        var page = await admin.ReadAsync($"/admin/people/{bob.PersonId}");
        Assert.Contains("Club only", page.QuerySelector(".status")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#handed"));
        Assert.Null(page.QuerySelector($"button[formaction$='{verb}']"));
        Assert.False(await app.WithDbAsync(Guid.Empty, db => db.MailTokens.AnyAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Administration_is_given_and_taken_and_holds_at_once(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync("/admin")).StatusCode);

        await ActAsync(admin, bob, "promote");
        Assert.Equal(HttpStatusCode.OK, (await bob.GetAsync("/admin")).StatusCode);
        await ActAsync(admin, bob, "demote");
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync("/admin")).StatusCode);
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("demote")]
    [InlineData("sign-out")]
    public async Task Nobody_does_it_to_themselves(string verb)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var (admin, _) = await TwoAsync(app);

        await ActAsync(admin, admin, verb);

        var page = await admin.ReadAsync($"/admin/people/{admin.PersonId}");
        Assert.Contains("your own account", page.QuerySelector(".status")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_administrators_who_take_it_from_each_other_at_once_leave_one(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        for (var round = 0; round < 20; round++)
        {
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdmin, true))
            );
            using var start = new Barrier(2);
            await Task.WhenAll(
                TakeAsync(admin.PersonId, bob.PersonId, start),
                TakeAsync(bob.PersonId, admin.PersonId, start)
            );
            Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync(user => user.IsAdmin)));
        }

        Task TakeAsync(Guid by, Guid from, Barrier start) =>
            Task.Run(async () =>
            {
                await using var scope = app.Services.CreateAsyncScope();
                var administration = scope.ServiceProvider.GetRequiredService<Administration>();
                start.SignalAndWait();
                try
                {
                    await administration.DemoteAsync(by, from);
                }
                catch (DomainRuleException)
                {
                    // The other request was faster
                }
            });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Deleting_takes_the_address_and_leaves_nothing(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        await SampleData.ArrangeAsync(app, bob.PersonId);
        var place = $"/admin/people/{bob.PersonId}/delete";

        Assert.NotNull(
            (
                await Browser.ReadAsync(await admin.PostFormAsync(place, ("Input.Email", "eve@example.org")))
            ).QuerySelector("#Input_Email-error")
        );
        using var deleted = await admin.PostFormAsync(place, ("Input.Email", " BOB@example.org "));

        Assert.Equal("/admin/people", deleted.Headers.Location?.OriginalString);
        Assert.DoesNotContain(await SampleData.DumpAsync(app), row =>
            row.Contains(bob.PersonId.ToString(), StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(place)).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_only_administrator_hands_over_before_leaving(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, bob) = await TwoAsync(app);
        var token = await admin.TokenAsync("/goals/new");

        var page = await admin.ReadAsync("/settings/delete");
        Assert.NotNull(page.QuerySelector("main a[href='/admin/people']"));
        Assert.Null(page.QuerySelector("main form"));
        using var insisted = await admin.PostAsync(
            "/settings/delete",
            ("Input.Password", Password),
            (Browser.TokenField, token)
        );
        Assert.Contains(
            "only administrator",
            (await Browser.ReadAsync(insisted)).QuerySelector(".problems")!.TextContent,
            StringComparison.Ordinal
        );

        await ActAsync(admin, bob, "promote");
        using var left = await admin.PostFormAsync("/settings/delete", ("Input.Password", Password));
        Assert.Equal("/welcome", left.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_are_found_by_part_of_their_address_in_parts_of_fifty(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var (admin, _) = await TwoAsync(app);
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            db.Users.AddRange(
                Enumerable
                    .Range(0, 120)
                    .Select(number => new AppUser
                    {
                        UserName = $"member{number}@club.example",
                        Email = $"member{number}@club.example",
                        NormalizedEmail = $"MEMBER{number}@CLUB.EXAMPLE",
                        NormalizedUserName = $"MEMBER{number}@CLUB.EXAMPLE",
                    })
            );
            await db.SaveChangesAsync();
        });

        var first = await admin.ReadAsync("/admin/people");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("122 accounts", first.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var older = await admin.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Empty(
            first
                .QuerySelectorAll("tbody a")
                .Select(link => link.TextContent)
                .Intersect(older.QuerySelectorAll("tbody a").Select(link => link.TextContent))
        );
        Assert.Equal(22, (await admin.ReadAsync("/admin/people?at=99")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(50, (await admin.ReadAsync("/admin/people?at=-1")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            ["member77@club.example"],
            (await admin.ReadAsync("/admin/people?search=BER77@"))
                .QuerySelectorAll("tbody a")
                .Select(link => link.TextContent)
        );
        Assert.Empty((await admin.ReadAsync("/admin/people?search=%25_%27")).QuerySelectorAll("tbody a"));
    }

    private static async Task<(Browser Admin, Browser Bob)> TwoAsync(TestApp app) =>
        (await app.RegisterAsync("admin@example.org"), await app.RegisterAsync("bob@example.org"));

    private static async Task ActAsync(Browser admin, Browser on, string verb)
    {
        using var response = await admin.PostAsync(
            $"/admin/people/{on.PersonId}/{verb}",
            (Browser.TokenField, await admin.TokenAsync("/help"))
        );
        Assert.True(
            response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound,
            $"{response.StatusCode}\n{string.Join('\n', admin.Log.Lines)}"
        );
    }

    private static async Task TurnOnAsync(TestApp app, Browser person)
    {
        var key = (await person.ReadAsync("/settings/security/authenticator"))
            .QuerySelector("#Input_Key")!
            .GetAttribute("value")!;
        using var on = await person.PostFormAsync(
            "/settings/security/authenticator",
            ("Input.Key", key),
            ("Input.Code", TotpTokenProvider.ComputeCode(key, app.Clock.Now))
        );
        Assert.NotNull((await Browser.ReadAsync(on)).QuerySelector("#codes"));
    }

    private static async Task<HttpStatusCode> SignInAsync(TestApp app, string password = Password)
    {
        using var response = await app.Anonymous()
            .PostFormAsync("/account/sign-in", ("Input.Email", "bob@example.org"), ("Input.Password", password));
        return response.StatusCode;
    }
}
