using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SignInTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string Password = "a long password";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_account_runs_the_server_and_the_second_does_not(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var first = await OpenAsync(app, "o'neill@example.org", "Asia/Calcutta");
        var second = await OpenAsync(app, "bob@example.org", "UTC");

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Anonymous().GetAsync("/admin")).StatusCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_several_registrations_with_one_address_at_once_one_wins_and_the_others_are_told(
        TestDatabase database
    )
    {
        var app = await apps.OnAsync(database);
        await app.OpenAccountAsync("first@example.org");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    app.Anonymous()
                        .PostFormAsync(
                            "/account/register",
                            ("Input.Name", "Ada"),
                            ("Input.Email", "ada@example.org"),
                            ("Input.Password", Password),
                            ("Input.Zone", "UTC")
                        )
                )
        );

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        Assert.All(answers, answer =>
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, answer.StatusCode.ToString())
        );
    }

    [Fact]
    public async Task An_address_has_one_account_only_and_nothing_typed_is_lost()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");

        using var response = await app.Anonymous()
            .PostFormAsync(
                "/account/register",
                ("Input.Name", "Ada"),
                ("Input.Email", "ADA@example.org"),
                ("Input.Password", Password),
                ("Input.Zone", "Asia/Calcutta")
            );

        var page = await Browser.ReadAsync(response);
        Assert.Contains(
            "An account with this address already exists",
            page.QuerySelector("#Input_Email-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Ada", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("Asia/Calcutta", page.QuerySelector("#Input_Zone option[selected]")!.GetAttribute("value"));
        Assert.Equal("kept", page.QuerySelector("#Input_Zone")!.GetAttribute("data-browser-zone"));
    }

    [Theory]
    [InlineData("/settings", "/settings")]
    [InlineData("/goals?q=é ü", "/goals?q=%C3%A9%20%C3%BC")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task Signing_in_leads_back_to_places_on_this_server_only(string wanted, string led)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");

        using var response = await app.Anonymous()
            .PostFormAsync(
                $"/account/sign-in?returnUrl={Uri.EscapeDataString(wanted)}",
                ("Input.Email", "ada@example.org"),
                ("Input.Password", Password)
            );

        Assert.Equal(led, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Unknown_address_wrong_password_and_an_account_that_rests_sound_the_same()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");
        var stranger = app.Anonymous();
        var unknown = await TryAsync(stranger, "nobody@example.org", "wrong");

        for (var tries = 1; tries <= 5; tries++)
        {
            Assert.Equal(unknown, await TryAsync(stranger, "ada@example.org", "wrong"));
        }

        Assert.Equal(unknown, await TryAsync(stranger, "ada@example.org", Password));
        Assert.Contains("locked for", unknown, StringComparison.Ordinal);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, (DateTimeOffset?)null))
        );
        Assert.Equal("", await TryAsync(stranger, "ada@example.org", Password));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_forgotten_password_is_set_anew_once_by_the_link_in_the_mail(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var id = await app.OpenAccountAsync("ada@example.org");
        var stranger = app.Anonymous();
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(stranger, "ada@example.org", "wrong");
        }

        await stranger.PostFormAsync("/account/forgot", ("Input.Email", "ada@example.org"));
        await stranger.PostFormAsync("/account/forgot", ("Input.Email", "nobody@example.org"));
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var mail = (await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder, "*.eml").Single())).Replace(
            "=\r\n",
            "",
            StringComparison.Ordinal
        );
        var link = Regex.Match(mail, "/account/reset/[A-Za-z0-9_-]+").Value;

        var refused = await Browser.ReadAsync(await stranger.PostFormAsync(link, ("Input.Password", "short")));
        Assert.NotNull(refused.QuerySelector("#Input_Password-error"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await stranger.PostFormAsync(link, ("Input.Password", "another long one"))).StatusCode
        );
        Assert.Contains(
            "no longer works",
            (await stranger.ReadAsync(link)).Title + (await stranger.ReadAsync(link)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("", await TryAsync(stranger, "ada@example.org", "another long one"));
        Assert.False(await app.WithDbAsync(id, db => db.MailTokens.AnyAsync()));
    }

    [Fact]
    public async Task A_changed_password_keeps_this_browser_signed_in()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");

        var wrong = await Browser.ReadAsync(
            await person.PostFormAsync(
                "/settings/password",
                ("Input.Current", "wrong"),
                ("Input.Password", "another long one")
            )
        );
        Assert.NotNull(wrong.QuerySelector("#Input_Current-error"));
        await person.PostFormAsync(
            "/settings/password",
            ("Input.Current", Password),
            ("Input.Password", "another long one")
        );
        app.Clock.Now += TimeSpan.FromHours(1); // past the interval after which the cookie is revalidated

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_takes_a_post()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");

        await person.GetAsync("/account/sign-out");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/settings")).StatusCode);
        await person.PostAsync("/account/sign-out", (Browser.TokenField, await person.TokenAsync("/help")));
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/settings")).StatusCode);
    }

    /// <returns>The page's message; empty when sign-in succeeded.</returns>
    private static async Task<string> TryAsync(Browser browser, string email, string password)
    {
        using var response = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", email),
            ("Input.Password", password)
        );
        return response.StatusCode == HttpStatusCode.Redirect
            ? ""
            : (await Browser.ReadAsync(response)).QuerySelector(".problems")!.TextContent.Trim();
    }

    private static async Task<Browser> OpenAsync(TestApp app, string email, string zone)
    {
        var browser = app.Anonymous();
        using var response = await browser.PostFormAsync(
            "/account/register",
            ("Input.Code", TestApp.SetupCode),
            ("Input.Name", "Somebody"),
            ("Input.Email", email),
            ("Input.Password", Password),
            ("Input.Zone", zone)
        );
        Assert.Equal("/setup", response.Headers.Location?.OriginalString);
        return browser;
    }
}
