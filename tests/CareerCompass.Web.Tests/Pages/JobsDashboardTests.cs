using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Pages;

public sealed class JobsDashboardTests
{
    private const string Dashboard = "/admin/hangfire";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_sees_the_jobs_and_cannot_change_them(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database, settings: ("Jobs:Enabled", "true"));
        var admin = await app.RegisterAsync("admin@example.org");
        Assert.Contains((await admin.ReadAsync("/admin/jobs")).QuerySelectorAll("a"), link =>
            link.GetAttribute("href") == Dashboard + "/"
        );
        await Poll.UntilAsync(
            async () =>
                (await TextAsync(admin, Dashboard + "/recurring")).Contains("reviews", StringComparison.Ordinal),
            () => ""
        );

        using var page = await admin.GetAsync(Dashboard + "/recurring");
        Assert.Contains(
            "default-src 'none'",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        var text = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("trigger", text, StringComparison.OrdinalIgnoreCase);
        using var post = await admin.PostAsync(
            Dashboard + "/recurring/remove",
            ("jobs[]", "reviews"),
            (Browser.TokenField, TokenOf(text))
        );
        Assert.True((int)post.StatusCode is >= 400 and < 500, $"{(int)post.StatusCode}");
        Assert.Contains("reviews", await TextAsync(admin, Dashboard + "/recurring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_a_setting_an_administrator_can_change_the_jobs_with_a_form_token()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("Jobs:Enabled", "true"), ("Jobs:ReadOnlyDashboard", "false")]
        );
        var admin = await app.RegisterAsync("admin@example.org");
        await Poll.UntilAsync(
            async () =>
                (await TextAsync(admin, Dashboard + "/recurring")).Contains("reviews", StringComparison.Ordinal),
            () => ""
        );

        using var without = await admin.PostAsync(Dashboard + "/recurring/remove", ("jobs[]", "backup"));
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        using var with = await admin.PostAsync(
            Dashboard + "/recurring/remove",
            ("jobs[]", "backup"),
            (Browser.TokenField, TokenOf(await TextAsync(admin, Dashboard + "/recurring")))
        );
        Assert.True(with.IsSuccessStatusCode, $"{(int)with.StatusCode}");
        Assert.DoesNotContain("backup", await TextAsync(admin, Dashboard + "/recurring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_path_its_links_lead_there()
    {
        await using var app = await TestApp.StartAsync(settings: ("App:PublicUrl", "https://example.org/compass"));
        var admin = await app.RegisterAsync("admin@example.org");

        var text = await TextAsync(admin, "/compass" + Dashboard);

        Assert.Contains("href=\"/compass/admin/jobs\"", text, StringComparison.Ordinal);
        var links = Regex.Matches(text, "(?:href|src)=\"(/[^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.All(links, link => Assert.StartsWith("/compass/admin/", link, StringComparison.Ordinal));
        using var style = await admin.GetAsync(links.First(link => link.Contains("css", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/recurring")]
    [InlineData("/jobs/succeeded")]
    [InlineData("/no/such/page")]
    public async Task Others_do_not_find_it(string path)
    {
        await using var app = await TestApp.StartAsync();
        await app.RegisterAsync("admin@example.org");
        var other = await app.RegisterAsync("ada@example.org");

        foreach (var address in new[] { Dashboard + path, Dashboard.ToUpperInvariant() + path })
        {
            using var found = await other.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
            using var anonymous = await app.Anonymous().GetAsync(address);
            Assert.StartsWith(
                "/account/sign-in?",
                anonymous.Headers.Location!.OriginalString,
                StringComparison.Ordinal
            );
            using var posted = await other.PostAsync(
                address,
                (Browser.TokenField, await other.TokenAsync("/goals/new"))
            );
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }
    }

    private static async Task<string> TextAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string? TokenOf(string page) =>
        Regex.Match(page, "csrf-token\" content=\"([^\"]+)\"") is { Success: true } match
            ? match.Groups[1].Value
            : null;
}
