using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests;

/// <summary>The app behind a real nginx, with https and under a path.</summary>
public sealed class ProxyTests
{
    private const string Password = "a long password";
    private const string Forwarded = $"X-Forwarded-For {Nginx.Client}";
    private const string Proto = "X-Forwarded-Proto $scheme";

    private static readonly (string, string)[] PublicUrl = [("App:PublicUrl", $"https://{Nginx.Host}/compass")];

    /// <summary>Common set-ups: the path passed on or stripped, the host passed on or not.</summary>
    [NginxTheory]
    [InlineData("", true)]
    [InlineData("/", true)]
    [InlineData("/", false)]
    public async Task Everything_works_under_a_path_with_https(string passedAs, bool tellsHost)
    {
        await using var app = await StartAsync(out var port);
        string[] headers = tellsHost ? ["Host $host", Forwarded, Proto] : [Forwarded, Proto];
        using var nginx = await Nginx.StartAsync(port, ("/compass/", passedAs), headers);
        var ada = nginx.Visit(app.Log);

        var registered = await RegisterAsync(ada);
        Assert.Equal("/compass/setup", registered.Headers.Location?.OriginalString);
        Assert.All(registered.Headers.GetValues("Set-Cookie"), cookie =>
            Assert.Matches("path=/compass.*; secure", cookie)
        );
        Assert.Contains(
            "Welcome, Ada",
            (await ada.ReadAsync("/compass/")).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        using var help = await ada.GetAsync("/compass/help");
        // The app only sees a loopback host
        Assert.Equal(tellsHost, help.Headers.Contains("Strict-Transport-Security"));

        using var set = await ada.PostFormAsync(
            "/compass/goals/new",
            ("Input.Title", "Lead a team"),
            ("Input.Target", "2027-12-01")
        );
        var goal = set.Headers.Location!.OriginalString;
        Assert.StartsWith("/compass/goals/", goal, StringComparison.Ordinal);
        using var added = await ada.PostFormAsync($"{goal}/tasks/new", ("Input.Title", "Read a book"));
        Assert.StartsWith("/compass/", added.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var plan = await ada.ReadAsync(goal);
        await EveryPlaceIsUnderThePathAsync(ada, plan);
        using var ticked = await ada.PostAsync(
            plan.QuerySelector("button.tick")!.GetAttribute("formaction")!,
            (Browser.TokenField, await ada.TokenAsync(goal)),
            ("Back", goal)
        );
        Assert.Equal(goal, ticked.Headers.Location?.OriginalString);
        Assert.True(
            await app.WithDbAsync(Guid.Empty, db => db.Tasks.IgnoreQueryFilters().AllAsync(task => task.DoneOn != null))
        );

        Assert.Empty((await ada.ReadAsync("/compass/admin")).QuerySelectorAll("main p.prompt"));
        Assert.Contains(
            Nginx.Client,
            (await ada.ReadAsync("/compass/admin")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Nginx.Client,
            await app.WithDbAsync(Guid.Empty, db => db.Sessions.Select(session => session.Address).SingleAsync())
        );
    }

    [NginxTheory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Sign_in_leads_back_under_the_path_and_mails_lead_there(string passedAs)
    {
        await using var app = await StartAsync(out var port);
        using var nginx = await Nginx.StartAsync(port, ("/compass/", passedAs), Forwarded, Proto);
        await RegisterAsync(nginx.Visit(app.Log));
        var ada = nginx.Visit(app.Log);

        using var sent = await ada.GetAsync("/compass/goals?state=all");
        var signIn = sent.Headers.Location!.OriginalString;
        Assert.StartsWith("/compass/account/sign-in?returnUrl=%2Fcompass%2Fgoals", signIn, StringComparison.Ordinal);
        using var back = await ada.PostFormAsync(
            signIn,
            ("Input.Email", "ada@example.org"),
            ("Input.Password", Password)
        );
        Assert.Equal("/compass/goals?state=all", back.Headers.Location?.OriginalString);
        using var missing = await ada.GetAsync("/compass/goals/unknown");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("/compass/", (await Browser.ReadAsync(missing)).QuerySelector("main a")!.GetAttribute("href"));

        using var forgot = await ada.PostFormAsync("/compass/account/forgot", ("Input.Email", "ada@example.org"));
        await app.RunAsync(RecurringJob.Delivery);
        var mail = Directory
            .GetFiles(app.MailFolder, "*.eml")
            .Select(file => Eml.Read(File.ReadAllText(file)))
            .Single(mail => mail.Text.Contains("/account/reset/", StringComparison.Ordinal));
        var link = new Uri(Regex.Match(mail.Text, "https://[^ ]+/account/reset/[A-Za-z0-9_-]+").Value);
        Assert.Equal($"https://{Nginx.Host}", link.GetLeftPart(UriPartial.Authority));
        Assert.NotNull((await ada.ReadAsync(link.AbsolutePath)).QuerySelector("#Input_Password"));
    }

    /// <summary>
    /// The classic mistake: https is not passed on. Sign-in still works, and administration names the problem.
    /// </summary>
    [NginxTheory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_proxy_that_does_not_tell_of_https_breaks_nothing_and_is_named(string passedAs)
    {
        await using var app = await StartAsync(out var port);
        using var nginx = await Nginx.StartAsync(port, ("/compass/", passedAs), Forwarded);
        var ada = nginx.Visit(app.Log);

        var registered = await RegisterAsync(ada);

        Assert.All(registered.Headers.GetValues("Set-Cookie"), cookie =>
            Assert.Contains("; secure", cookie, StringComparison.Ordinal)
        );
        Assert.Contains(
            "X-Forwarded-Proto $scheme",
            (await ada.ReadAsync("/compass/admin")).QuerySelector("main p.prompt")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Single(app.Log.Lines, line =>
            line.Contains(nameof(PublicUrlFault.HttpsNotForwarded), StringComparison.Ordinal)
        );
    }

    private static async Task EveryPlaceIsUnderThePathAsync(Browser browser, IDocument page)
    {
        var paths = new[] { "href", "src", "action", "formaction" }
            .SelectMany(name => page.QuerySelectorAll($"[{name}]").Select(element => element.GetAttribute(name)!))
            .Where(place => !place.StartsWith('#'))
            .Distinct()
            .ToList();
        Assert.All(paths, place => Assert.StartsWith("/compass/", place, StringComparison.Ordinal));
        foreach (
            var file in page.QuerySelectorAll("link[href], script[src]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
        )
        {
            using var response = await browser.GetAsync(file);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{file} answered {(int)response.StatusCode}");
        }
    }

    private static Task<HttpResponseMessage> RegisterAsync(Browser browser) =>
        browser.PostFormAsync(
            "/compass/account/register",
            ("Input.Code", TestApp.SetupCode),
            ("Input.Name", "Ada"),
            ("Input.Email", "ada@example.org"),
            ("Input.Password", Password),
            ("Input.Zone", "UTC")
        );

    private static Task<TestApp> StartAsync(out int port)
    {
        port = Nginx.FreePort();
        return StartOnAsync(port);
    }

    private static async Task<TestApp> StartOnAsync(int port)
    {
        var app = await TestApp.PrepareAsync(settings: PublicUrl);
        app.UseKestrel(port);
        app.StartServer();
        return app;
    }
}
