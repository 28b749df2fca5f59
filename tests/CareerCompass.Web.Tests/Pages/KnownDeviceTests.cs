using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>A stranger's failed attempts do not lock the person out on a known device.</summary>
public sealed class KnownDeviceTests
{
    private const string Password = "a long password";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_strangers_tries_never_lock_out_a_known_device(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(
            database,
            settings: [("SignIn:TriesPerAccount", "8"), ("SignIn:TriesPerAddress", "12")]
        );
        await app.OpenAccountAsync("ada@example.org");
        var (known, other) = (app.Anonymous(), app.Anonymous());
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(known, Password));
        await SignOutAsync(known);

        for (var tries = 0; tries < 12; tries++)
        {
            await TryAsync(app.Anonymous(), "wrong");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(other, Password));
        Assert.NotNull(await app.WithDbAsync(Guid.Empty, db => db.Users.Select(user => user.LockoutEnd).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(known, Password));
        Assert.Equal(HttpStatusCode.OK, (await known.GetAsync("/settings")).StatusCode);

        using var off = await known.PostFormAsync(
            "/settings/password",
            ("Input.Current", Password),
            ("Input.Password", "another long one")
        );
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
    }

    [Fact]
    public async Task A_known_device_has_so_many_tries_too()
    {
        await using var app = await TestApp.StartAsync(settings: [("SignIn:TriesPerAccount", "3")]);
        await app.OpenAccountAsync("ada@example.org");
        var known = app.Anonymous();
        await TryAsync(known, Password);
        await SignOutAsync(known);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            new[]
            {
                await TryAsync(known, "wrong"),
                await TryAsync(known, "wrong"),
                await TryAsync(known, "wrong"),
                await TryAsync(known, Password),
            }
        );
    }

    [Fact]
    public async Task A_device_known_to_one_account_is_a_stranger_to_another()
    {
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("ada@example.org");
        await app.OpenAccountAsync("bob@example.org");
        var known = app.Anonymous();
        await TryAsync(known, Password, "bob@example.org");
        await SignOutAsync(known);
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(app.Anonymous(), "wrong");
        }

        Assert.Equal(HttpStatusCode.OK, await TryAsync(known, Password));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_second_step_on_a_known_device_outlasts_a_strangers_wrong_codes(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.OpenAccountAsync("ada@example.org");
        var known = app.Anonymous();
        await TryAsync(known, Password);
        var key = (await known.ReadAsync("/settings/security/authenticator"))
            .QuerySelector("#Input_Key")!
            .GetAttribute("value")!;
        await known.PostFormAsync(
            "/settings/security/authenticator",
            ("Input.Key", key),
            ("Input.Code", TotpTokenProvider.ComputeCode(key, app.Clock.Now))
        );
        await SignOutAsync(known);
        var thief = app.Anonymous();
        await TryAsync(thief, Password);
        for (var tries = 0; tries < 5; tries++)
        {
            await thief.PostFormAsync("/account/second-step", ("Input.Code", "000000"));
        }

        app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(known, Password));
        using var entered = await known.PostFormAsync(
            "/account/second-step",
            ("Input.Code", TotpTokenProvider.ComputeCode(key, app.Clock.Now))
        );

        Assert.Equal("/", entered.Headers.Location?.OriginalString);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Right_sign_ins_are_no_tries()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("SignIn:TriesPerAccount", "2"), ("SignIn:TriesPerAddress", "2")]
        );
        await app.OpenAccountAsync("ada@example.org");

        for (var times = 0; times < 6; times++)
        {
            Assert.Equal(HttpStatusCode.Redirect, await TryAsync(app.Anonymous(), Password));
        }

        var person = app.Anonymous();
        await TryAsync(person, Password);
        for (var times = 0; times < 6; times++)
        {
            var (current, next) = (
                times % 2 == 0 ? Password : "another long one",
                times % 2 == 0 ? "another long one" : Password
            );
            using var changed = await person.PostFormAsync(
                "/settings/password",
                ("Input.Current", current),
                ("Input.Password", next)
            );
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", Firefox, 0)]
    [InlineData("2001:db8::1", "2001:db8::77", Firefox, 0)]
    [InlineData("192.0.2.7", "192.0.2.8", Firefox, 1)]
    [InlineData("192.0.2.7", "192.0.2.7", "curl/8", 1)]
    public async Task A_browser_that_forgets_its_cookies_is_new_only_at_another_place_or_as_another_browser(
        string first,
        string then,
        string browser,
        int mails
    )
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.OpenAccountAsync("ada@example.org");
        await SignInFromAsync(app, first, Firefox);
        await SignInFromAsync(app, then, browser);
        await SignInFromAsync(app, then, browser);
        app.Clock.Now += TimeSpan.FromDays(3);
        await SignInFromAsync(app, then, browser);

        Assert.Equal(
            mails,
            await app.WithDbAsync(id, db =>
                db.OutboxMessages.CountAsync(outboxMessage => outboxMessage.Kind == OutboxMessageKind.NewDevice)
            )
        );
    }

    private static async Task SignInFromAsync(TestApp app, string address, string userAgent)
    {
        var browser = app.Anonymous();
        browser.Client.DefaultRequestHeaders.Add(SignInFilter.CallerHeader, address);
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(browser, Password));
    }

    private static async Task<HttpStatusCode> TryAsync(
        Browser browser,
        string password,
        string email = "ada@example.org"
    )
    {
        using var response = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", email),
            ("Input.Password", password)
        );
        return response.StatusCode;
    }

    private static async Task SignOutAsync(Browser browser) =>
        await browser.PostAsync("/account/sign-out", (Browser.TokenField, await browser.TokenAsync("/help")));
}
