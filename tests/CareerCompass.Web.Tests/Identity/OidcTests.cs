using System.Net;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Identity;

public sealed class OidcTests(OidcPeer peer) : IClassFixture<OidcPeer>
{
    private const string Password = "a long password";

    [NodeTheory, OnSqlite, OnPostgres]
    public async Task A_newcomer_opens_an_account_and_comes_back_to_it(TestDatabase database)
    {
        await using var app = await peer.AppAsync(database, ("Oidc:Register", "true"));
        await NewcomerAsync(app);
    }

    [NodeFact]
    public async Task Whoever_has_no_address_at_the_provider_is_asked_for_one()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        await app.OpenAccountAsync("taken@example.org");
        var browser = app.Anonymous();
        await browser.SignInByProviderAsync("nomail");

        var without = await Browser.ReadAsync(await browser.PostFormAsync("/account/arrived", ("Input.Zone", "UTC")));
        var taken = await Browser.ReadAsync(
            await browser.PostFormAsync("/account/arrived", ("Input.Zone", "UTC"), ("Input.Email", "taken@example.org"))
        );
        using var done = await browser.PostFormAsync(
            "/account/arrived",
            ("Input.Zone", "UTC"),
            ("Input.Email", "ada@example.org")
        );

        Assert.NotNull(without.QuerySelector("#Input_Email-error"));
        Assert.NotNull(taken.QuerySelector("#Input_Email-error"));
        Assert.Equal("/setup", done.Headers.Location!.OriginalString);
        Assert.False(
            (
                await app.WithDbAsync(Guid.Empty, db => db.Users.SingleAsync(user => user.Email == "ada@example.org"))
            ).EmailConfirmed
        );
    }

    [NodeFact]
    public async Task A_newcomer_who_was_on_the_way_somewhere_gets_there()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var asked = await browser.SignInByProviderAsync(
            "new@example.org",
            "/account/sign-in?returnUrl=%2Freviews"
        );

        using var opened = await browser.PostFormAsync(
            asked.RequestMessage!.RequestUri!.PathAndQuery,
            ("Input.Zone", "UTC")
        );

        Assert.Equal("/reviews", opened.Headers.Location!.OriginalString);
    }

    [NodeFact]
    public async Task Where_newcomers_are_not_let_in_they_are_told()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Registration:Mode", "Invite"));
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();

        using var refused = await browser.SignInByProviderAsync("new@example.org");

        Assert.Contains("You do not have an account here yet", await browser.ProblemAsync(refused));
        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [NodeFact]
    public async Task The_first_account_takes_the_set_up_code_also_where_the_provider_is_the_only_way()
    {
        await using var app = await peer.AppAsync(
            TestDatabase.Sqlite,
            ("Oidc:Only", "true"),
            ("Oidc:Register", "false")
        );
        var browser = app.Anonymous();
        using var led = await browser.GetAsync("/account/register");
        Assert.Equal("/account/sign-in", led.Headers.Location!.OriginalString);
        await browser.SignInByProviderAsync("boss@example.org");

        foreach (var wrong in new[] { null, "", "another code of letters" })
        {
            using var refused = await browser.PostFormAsync(
                "/account/arrived",
                ("Input.Zone", "UTC"),
                ("Input.Code", wrong)
            );
            Assert.NotNull((await Browser.ReadAsync(refused)).QuerySelector("#Input_Code-error"));
        }

        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
        using var opened = await browser.PostFormAsync(
            "/account/arrived",
            ("Input.Zone", "UTC"),
            ("Input.Code", TestApp.SetupCode)
        );
        Assert.Equal("/setup", opened.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).StatusCode);
        using var next = await app.Anonymous().SignInByProviderAsync("eve@example.org");
        Assert.Equal("/account/sign-in", next.Headers.Location!.OriginalString);
    }

    [NodeFact]
    public async Task Whoever_turns_back_at_the_provider_is_told_on_the_sign_in_page()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();

        using var back = await browser.GetAsync(await OidcSteps.AtProviderAsync(left.Headers.Location!, login: null));

        Assert.Equal("/account/sign-in", back.Headers.Location!.OriginalString);
        Assert.Contains("Beacon did not sign you in, or you cancelled", await browser.ProblemAsync(back));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Oidc", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task An_address_alone_never_links_and_a_signed_in_person_does()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        var id = await app.OpenAccountAsync("ada@example.org");
        var browser = app.Anonymous();

        using var refused = await browser.SignInByProviderAsync("ada@example.org");
        Assert.Contains(
            "Sign in with your password, then link Beacon under Settings",
            await browser.ProblemAsync(refused)
        );
        Assert.Equal(0, await LinksAsync(app));

        await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", Password)
        );
        using var linked = await browser.SignInByProviderAsync("ada@example.org", "/settings/linked");
        Assert.Equal("/settings/linked", linked.Headers.Location!.OriginalString);
        foreach (var place in new[] { "/settings/linked", "/settings/security" })
        {
            Assert.Contains(
                "You can sign in with Beacon",
                (await browser.ReadAsync(place)).QuerySelector("#main")!.TextContent
            );
        }

        Assert.Equal(
            1,
            await app.WithDbAsync(id, db =>
                db.OutboxMessages.CountAsync(outboxMessage =>
                    outboxMessage.Kind == OutboxMessageKind.CredentialsChanged
                )
            )
        );

        var elsewhere = app.Anonymous();
        using var signedIn = await elsewhere.SignInByProviderAsync(
            "ada@example.org",
            "/account/sign-in?returnUrl=%2Fgoals"
        );
        Assert.Equal("/goals", signedIn.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/goals")).StatusCode);
    }

    [NodeFact]
    public async Task Who_has_an_authenticator_app_is_asked_for_its_code_after_the_provider_too()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite);
        var ada = await app.RegisterAsync("ada@example.org");
        await ada.SignInByProviderAsync("ada@example.org", "/settings/linked");
        await app.WithDbAsync(ada.PersonId, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, true))
        );
        await app.WithDbAsync(ada.PersonId, async db =>
        {
            db.UserTokens.Add(
                new()
                {
                    UserId = ada.PersonId,
                    LoginProvider = "[AspNetUserStore]",
                    Name = "AuthenticatorKey",
                    Value = "JBSWY3DPEHPK3PXP",
                }
            );
            return await db.SaveChangesAsync();
        });
        var elsewhere = app.Anonymous();

        using var asked = await elsewhere.SignInByProviderAsync(
            "ada@example.org",
            "/account/sign-in?returnUrl=%2Fgoals"
        );

        Assert.StartsWith("/account/second-step", asked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(asked.Headers.Location.OriginalString)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/settings")).StatusCode);
    }

    [NodeFact]
    public async Task What_is_linked_to_somebody_is_not_linked_to_somebody_else()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite);
        var ada = await app.RegisterAsync("ada@example.org");
        await ada.SignInByProviderAsync("ada@example.org", "/settings/linked");
        var bob = await app.RegisterAsync("bob@example.org");

        using var refused = await bob.SignInByProviderAsync("ada@example.org", "/settings/linked");

        Assert.Contains("linked to someone else", await bob.ProblemAsync(refused));
        Assert.Equal(1, await LinksAsync(app));
    }

    [NodeFact]
    public async Task Who_left_to_sign_in_is_not_linked_to_whoever_is_signed_in_on_return()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite);
        var ada = await app.RegisterAsync("ada@example.org");
        var stranger = app.Anonymous();
        using var left = await stranger.LeaveAsync();
        using var back = await stranger.GetAsync(
            await OidcSteps.AtProviderAsync(left.Headers.Location!, "eve@example.org")
        );

        // Someone else signs in with the same browser and reaches the linking page
        await stranger.GetAsync(SignInFilter.Path + ada.PersonId);
        using var linked = await stranger.GetAsync("/settings/linked/add");

        Assert.Equal("/settings/linked", linked.Headers.Location!.OriginalString);
        Assert.Equal(0, await LinksAsync(app));
    }

    [NodeFact]
    public async Task An_address_that_both_sides_have_checked_links_where_the_operator_says_so()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:LinkByVerifiedEmail", "true"));
        foreach (var email in new[] { "ada@example.org", "unverified@example.org", "early@example.org" })
        {
            await app.OpenAccountAsync(email);
        }

        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Email != "early@example.org")
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true))
        );

        using var notSure = await app.Anonymous().SignInByProviderAsync("unverified@example.org");
        using var notConfirmed = await app.Anonymous().SignInByProviderAsync("early@example.org");
        Assert.Equal(
            ["/account/sign-in", "/account/sign-in"],
            new[] { notSure, notConfirmed }.Select(answer => answer.Headers.Location!.OriginalString)
        );
        Assert.Equal(0, await LinksAsync(app));

        using var sure = await app.Anonymous().SignInByProviderAsync("ada@example.org");
        Assert.Equal("/", sure.Headers.Location!.OriginalString);
        Assert.Equal(1, await LinksAsync(app));
    }

    [NodeFact]
    public async Task The_only_way_in_stays_until_there_is_a_password()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        var browser = await NewcomerAsync(app);
        var page = await browser.ReadAsync("/settings/linked");
        Assert.Contains("only way to sign in", page.QuerySelector("#main")!.TextContent);
        var key = page.QuerySelector("input[name=Key]")!.GetAttribute("value");

        await browser.PostAsync(
            "/settings/linked/remove",
            ("Key", key),
            (Browser.TokenField, await browser.TokenAsync("/settings/linked"))
        );
        Assert.Equal(1, await LinksAsync(app));

        Assert.Null((await browser.ReadAsync("/settings/password")).QuerySelector("#Input_Current"));
        using var set = await browser.PostFormAsync("/settings/password", ("Input.Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await browser.PostAsync(
            "/settings/linked/remove",
            ("Key", key),
            (Browser.TokenField, await browser.TokenAsync("/settings/linked"))
        );
        Assert.Equal(0, await LinksAsync(app));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);

        // From now on changes require the password, not the provider
        using var wrong = await browser.PostFormAsync("/settings/password", ("Input.Password", "another long one"));
        Assert.NotNull((await Browser.ReadAsync(wrong)).QuerySelector("#Input_Current-error"));
        using var byPassword = await app.Anonymous()
            .PostFormAsync("/account/sign-in", ("Input.Email", "new@example.org"), ("Input.Password", Password));
        Assert.Equal("/", byPassword.Headers.Location!.OriginalString);
        using var byProvider = await app.Anonymous().SignInByProviderAsync("new@example.org");
        Assert.Equal("/account/sign-in", byProvider.Headers.Location!.OriginalString);
    }

    [NodeFact]
    public async Task An_account_without_a_password_is_exported_and_deleted_by_its_address()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        var browser = await NewcomerAsync(app);

        using var export = await browser.PostFormAsync("/settings/export");
        Assert.Contains("\"linkedSignIns\": [", await export.Content.ReadAsStringAsync());
        using var refused = await browser.PostFormAsync("/settings/delete", ("Input.Email", "someone@example.org"));
        Assert.NotNull((await Browser.ReadAsync(refused)).QuerySelector("#Input_Email-error"));
        using var gone = await browser.PostFormAsync("/settings/delete", ("Input.Email", "New@example.org"));

        Assert.Equal("/welcome", gone.Headers.Location!.OriginalString);
        Assert.Equal(
            (1, 0),
            await app.WithDbAsync(Guid.Empty, async db =>
                (await db.Users.CountAsync(), await db.UserLogins.CountAsync())
            )
        );
    }

    [NodeFact]
    public async Task Where_the_provider_is_the_only_way_no_password_is_taken()
    {
        await using var app = await peer.AppAsync(
            TestDatabase.Sqlite,
            ("Oidc:Only", "true"),
            ("Oidc:Register", "true")
        );
        await app.OpenAccountAsync("ada@example.org");
        var browser = app.Anonymous();
        var page = await browser.ReadAsync("/account/sign-in");
        var token = page.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value");
        Assert.Null(page.QuerySelector("input[type=password]"));
        Assert.Null(page.QuerySelector("a[href*=register], a[href*=forgot]"));

        foreach (
            var path in new[]
            {
                "/account/sign-in",
                "/account/register",
                "/account/forgot",
                "/account/reset/unknown",
                "/account/passkey",
                "/account/passkey/options",
            }
        )
        {
            using var posted = await browser.PostAsync(
                path,
                ("Input.Email", "ada@example.org"),
                ("Input.Password", Password),
                ("Input.Name", "A"),
                ("Input.Zone", "UTC"),
                (Browser.TokenField, token)
            );
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
            using var read = await browser.GetAsync(path);
            Assert.True(
                path == "/account/sign-in"
                    ? read.StatusCode == HttpStatusCode.OK
                    : read.Headers.Location!.OriginalString == "/account/sign-in",
                path
            );
        }

        var newcomer = await NewcomerAsync(app);
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.GetAsync("/settings/password")).StatusCode);
    }

    [NodeFact]
    public async Task What_was_answered_once_lets_nobody_in_again()
    {
        await using var app = await peer.AppAsync(TestDatabase.Sqlite, ("Oidc:Register", "true"));
        await NewcomerAsync(app);
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        var answer = await OidcSteps.AtProviderAsync(left.Headers.Location!, "new@example.org");

        // Another person who saw the address first, then the right one, then a replay
        var thief = app.Anonymous();
        using var stolen = await thief.GetAsync(answer);
        Assert.Contains("Please start again", await thief.ProblemAsync(stolen));
        using var right = await browser.GetAsync(answer);
        Assert.Equal("/account/arrived", right.Headers.Location!.OriginalString);
        using var again = await browser.GetAsync(answer);
        Assert.Equal("/account/sign-in", again.Headers.Location!.OriginalString);
    }

    /// <summary>Opens an account through the provider, which sees two sign-ins.</summary>
    private static async Task<Browser> NewcomerAsync(TestApp app)
    {
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var asked = await browser.SignInByProviderAsync("new@example.org");
        Assert.Equal("new", (await Browser.ReadAsync(asked)).QuerySelector("#Input_Name")!.GetAttribute("value"));
        using var unzoned = await browser.PostFormAsync("/account/arrived", ("Input.Zone", "Mars/Olympus"));
        Assert.NotNull((await Browser.ReadAsync(unzoned)).QuerySelector("#Input_Zone-error"));
        using var opened = await browser.PostFormAsync("/account/arrived", ("Input.Zone", "Asia/Calcutta"));
        Assert.Equal("/setup", opened.Headers.Location!.OriginalString);

        var user = await app.WithDbAsync(Guid.Empty, db =>
            db.Users.SingleAsync(user => user.Email == "new@example.org")
        );
        Assert.Equal((null, true), (user.PasswordHash, user.EmailConfirmed));
        Assert.Equal(
            "Asia/Calcutta",
            await app.WithDbAsync(user.Id, db => db.People.Select(person => person.Zone).SingleAsync())
        );
        Assert.DoesNotContain(
            "new@example.org",
            (await app.WithDbAsync(user.Id, db => db.UserLogins.SingleAsync())).ProviderKey
        );

        var elsewhere = app.Anonymous();
        using var known = await elsewhere.SignInByProviderAsync("new@example.org");
        Assert.Equal("/", known.Headers.Location!.OriginalString);
        return browser with { PersonId = user.Id };
    }

    private static Task<int> LinksAsync(TestApp app) => app.WithDbAsync(Guid.Empty, db => db.UserLogins.CountAsync());
}
