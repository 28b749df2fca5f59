using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests;

public sealed class PublicUrlDiagnosticsTests
{
    private const string Docker = "172.18.0.1";

    [Theory]
    [InlineData("", Docker, "", Docker)]
    [InlineData("172.16.0.0/12", Docker, "", "203.0.113.9")]
    [InlineData("172.18.0.1/16", Docker, "", "203.0.113.9")]
    [InlineData("10.0.0.0/8, 172.18.0.1", "::ffff:172.18.0.1", "", "203.0.113.9")]
    [InlineData("", "::ffff:192.0.2.1", "", "192.0.2.1")]
    [InlineData("", "127.0.0.1", "", "203.0.113.9")]
    [InlineData("", "127.0.0.1", "198.51.100.1, ", "203.0.113.9")]
    [InlineData("2001:db8::/32", "2001:db8::7", "", "203.0.113.9")]
    public async Task The_callers_address_is_what_a_known_proxy_says_and_nobody_else(
        string networks,
        string caller,
        string forged,
        string address
    )
    {
        await using var app = await TestApp.StartAsync(settings: ("Proxy:KnownNetworks", networks));
        await app.OpenAccountAsync("ada@example.org");
        var ada = Arrive(app, caller, ("X-Forwarded-For", forged + "203.0.113.9"));

        using var signedIn = await ada.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", "a long password")
        );

        Assert.Equal(
            address,
            await app.WithDbAsync(Guid.Empty, db => db.Sessions.Select(session => session.Address).SingleAsync())
        );
    }

    [Fact]
    public async Task Of_two_proxies_in_a_row_the_second_is_believed_when_it_is_said_so()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("Proxy:ForwardLimit", "2"), ("Proxy:KnownNetworks:0", "10.0.0.0/8")]
        );
        await app.OpenAccountAsync("ada@example.org");
        var ada = Arrive(app, "127.0.0.1", ("X-Forwarded-For", "198.51.100.1, 203.0.113.9, 10.1.2.3"));

        using var signedIn = await ada.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", "a long password")
        );

        Assert.Equal(
            "203.0.113.9",
            await app.WithDbAsync(Guid.Empty, db => db.Sessions.Select(session => session.Address).SingleAsync())
        );
    }

    [Theory]
    [InlineData("Proxy:KnownNetworks", "docker")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0/33")]
    [InlineData("Proxy:ForwardLimit", "0")]
    public async Task What_cannot_work_is_refused_at_start(string key, string value)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestApp.StartAsync(settings: (key, value))
        );
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", "127.0.0.1", null, null, null)]
    [InlineData("https://compass.example.org", "127.0.0.1", "https://compass.example.org/settings", "https", null)]
    [InlineData(
        "https://compass.example.org",
        "127.0.0.1",
        "https://compass.example.org/settings",
        null,
        "X-Forwarded-Proto $scheme"
    )]
    [InlineData(
        "https://compass.example.org",
        "172.18.0.1",
        "https://compass.example.org/settings",
        "https",
        "set Proxy:KnownNetworks to 172.16.0.0/12"
    )]
    [InlineData(
        "https://compass.example.org",
        "192.0.2.1",
        "https://compass.example.org/settings",
        "https",
        "set Proxy:KnownNetworks to 192.0.2.1"
    )]
    [InlineData(
        "https://compass.example.org",
        "127.0.0.1",
        "https://other.example.org/settings",
        "https",
        "used the address https://other.example.org"
    )]
    [InlineData(
        "https://compass.example.org/app",
        "127.0.0.1",
        "https://compass.example.org/settings",
        "https",
        "used the address https://compass.example.org/settings"
    )]
    [InlineData(
        "https://compass.example.org:8443",
        "127.0.0.1",
        "https://compass.example.org/settings",
        "https",
        "used the address https://compass.example.org,"
    )]
    [InlineData("http://compass.example.org", "127.0.0.1", null, null, "used the address http://localhost,")]
    [InlineData("http://compass.example.org", "127.0.0.1", null, "http", null)]
    public async Task Administrators_are_told_how_they_arrive_when_it_is_not_as_meant(
        string publicUrl,
        string caller,
        string? page,
        string? proto,
        string? told
    )
    {
        await using var app = await TestApp.StartAsync(settings: ("App:PublicUrl", publicUrl));
        var admin = await app.RegisterAsync("admin@example.org");
        (string, string)?[] headers =
        [
            page is null ? null : ("Referer", page),
            page is null ? null : ("Sec-Fetch-Site", "same-origin"),
            proto is null && page is null ? null : ("X-Forwarded-For", "203.0.113.9"),
            proto is null ? null : ("X-Forwarded-Proto", proto),
        ];
        var browser = Arrive(app, caller, [.. headers.OfType<(string, string)>()]);
        await browser.GetAsync(SignInFilter.Path + admin.PersonId);

        var warnings = (await browser.ReadAsync("/admin"))
            .QuerySelectorAll("main p.prompt")
            .Select(warning => warning.TextContent)
            .ToList();
        await browser.ReadAsync("/admin");

        Assert.Equal(told is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains(told!, warning, StringComparison.Ordinal));
        Assert.Equal(
            warnings.Count,
            app.Log.Lines.Count(line => line.Contains("arrived otherwise", StringComparison.Ordinal))
        );
    }

    private static Browser Arrive(TestApp app, string caller, params (string Name, string Value)[] headers)
    {
        var browser = app.Anonymous();
        foreach (var (name, value) in headers.Append((SignInFilter.CallerHeader, caller)))
        {
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return browser;
    }
}
