using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SessionTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string Password = "a long password";

    [Theory, OnSqlite, OnPostgres]
    public async Task Signed_out_everywhere_but_here_holds_at_once(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var here = await app.RegisterAsync("ada@example.org");
        var there = await app.SignInAsync(here.PersonId);
        var other = await app.RegisterAsync("bob@example.org");
        await LookAsync(HttpStatusCode.OK, here, there, other);
        var kept = await app.WithDbAsync(Guid.Empty, db =>
            db.Sessions.Where(session => session.UserId == here.PersonId)
                .OrderBy(session => session.Id)
                .Select(session => session.Id)
                .FirstAsync()
        );

        Assert.Equal(1, await EndAsync(app, here.PersonId, kept));
        await LookAsync(HttpStatusCode.OK, here, other);
        await LookAsync(HttpStatusCode.Redirect, there);

        Assert.Equal(1, await EndAsync(app, here.PersonId, null));
        await LookAsync(HttpStatusCode.Redirect, here);
        await LookAsync(HttpStatusCode.OK, other);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_ended_in_another_process_is_over_within_a_minute(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        await using var twin = app.Twin();
        var person = await app.RegisterAsync("ada@example.org");
        await LookAsync(HttpStatusCode.OK, person);

        await EndAsync(twin, person.PersonId, null);
        await LookAsync(HttpStatusCode.OK, person); // this process has just cached the session
        app.Clock.Now += TimeSpan.FromMinutes(1);

        await LookAsync(HttpStatusCode.Redirect, person);
    }

    [Fact]
    public async Task A_session_is_looked_up_once_a_minute_and_noted_each_five()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        await person.ReadAsync("/help");

        Assert.Equal((0, 1, 0), (await ExtraAsync(0), await ExtraAsync(1), await ExtraAsync(0)));
        Assert.Equal(TestApp.Start, await SeenAsync());
        Assert.Equal(2, await ExtraAsync(4));
        Assert.Equal(TestApp.Start.AddMinutes(5), await SeenAsync());

        Task<DateTime> SeenAsync() =>
            app.WithDbAsync(Guid.Empty, db => db.Sessions.Select(session => session.LastSeenAt).SingleAsync());

        async Task<int> ExtraAsync(int minutes)
        {
            const int page = 1;
            app.Clock.Now += TimeSpan.FromMinutes(minutes);
            using var count = app.CountQueries();
            await person.ReadAsync("/help");
            return count.Number - page;
        }
    }

    [Fact]
    public async Task The_cookie_that_is_written_anew_each_half_hour_stays_in_its_session()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        app.Clock.Now += TimeSpan.FromMinutes(40);
        using var renewed = await person.GetAsync("/help");
        Assert.Contains(renewed.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("careercompass=", StringComparison.Ordinal)
        );
        await LookAsync(HttpStatusCode.OK, person);

        await EndAsync(app, person.PersonId, null);
        await LookAsync(HttpStatusCode.Redirect, person);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_whoever_kept_the_cookie()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        var thief = person.Copy();
        await LookAsync(HttpStatusCode.OK, thief);

        await person.PostAsync("/account/sign-out", (Browser.TokenField, await person.TokenAsync("/help")));

        await LookAsync(HttpStatusCode.Redirect, person, thief);
    }

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var here = await app.RegisterAsync("ada@example.org");
        var there = await app.SignInAsync(here.PersonId);
        await LookAsync(HttpStatusCode.OK, here, there);

        await here.PostFormAsync(
            "/settings/password",
            ("Input.Current", Password),
            ("Input.Password", "another long one")
        );

        await LookAsync(HttpStatusCode.OK, here);
        await LookAsync(HttpStatusCode.Redirect, there);
    }

    [Fact]
    public async Task A_disabled_account_lets_nobody_in_and_says_so_after_the_right_password_only()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        await LookAsync(HttpStatusCode.OK, person);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, TestApp.Start))
        );

        Assert.Contains("disabled", await TryAsync(app, "ada@example.org", Password), StringComparison.Ordinal);
        Assert.Equal(
            await TryAsync(app, "nobody@example.org", "wrong"),
            await TryAsync(app, "ada@example.org", "wrong")
        );

        app.Clock.Now += TimeSpan.FromMinutes(1);
        await LookAsync(HttpStatusCode.Redirect, person);
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_long_is_over_and_then_forgotten()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        app.Clock.Now += TimeSpan.FromDays(31);
        await LookAsync(HttpStatusCode.Redirect, person);
        await app.RunAsync(RecurringJob.Housekeeping);
        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Sessions.CountAsync()));

        app.Clock.Now += TimeSpan.FromDays(60);
        await app.RunAsync(RecurringJob.Housekeeping);

        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.Sessions.CountAsync()));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
            + "Safari/537.36 Edg/140.0.0.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            + "Version/18.5 Mobile/15E148 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 "
            + "Safari/537.36",
        "Chrome on macOS"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData("curl/8.14.1", "Unknown device")]
    [InlineData("", "Unknown device")]
    public void A_device_is_told_by_browser_and_system(string userAgent, string name) =>
        Assert.Equal(name, Device.Name(userAgent));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("fe80::1%2", "fe80::1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void Where_somebody_comes_from_is_told_by_address(string address, string told)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

        Assert.Equal(told, Device.Address(context));
        using var attemptLimiter = new AttemptLimiter(new AttemptSettings { TriesPerAddress = 1 });
        Assert.Null(attemptLimiter.Record("sign-in", context.Connection.RemoteIpAddress, null));
        Assert.NotNull(attemptLimiter.Record("sign-in", context.Connection.RemoteIpAddress, null));
    }

    [Fact]
    public void Every_name_of_a_device_fits_its_column() =>
        Assert.True(
            "Samsung Internet on ChromeOS".Length <= Session.MaxDeviceLength
                && "Unknown browser on Windows".Length <= Session.MaxDeviceLength
        );

    private static async Task<int> EndAsync(TestApp app, Guid id, Guid? except)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Accounts>().EndSessionsAsync(id, except);
    }

    private static async Task LookAsync(HttpStatusCode expected, params Browser[] browsers)
    {
        foreach (var browser in browsers)
        {
            Assert.Equal(expected, (await browser.GetAsync("/settings")).StatusCode);
        }
    }

    /// <returns>The page's message; empty when sign-in succeeded.</returns>
    private static async Task<string> TryAsync(TestApp app, string email, string password)
    {
        using var response = await app.Anonymous()
            .PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", password));
        return response.StatusCode == HttpStatusCode.Redirect
            ? ""
            : (await Browser.ReadAsync(response)).QuerySelector(".problems")!.TextContent.Trim();
    }
}
