using System.Net;
using CareerCompass.Web.Pages.Error;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;

namespace CareerCompass.Web.Tests;

/// <summary>Walks all routes and handlers of the app, so that a new page cannot be forgotten.</summary>
public sealed class RoutesTests : IAsyncLifetime
{
    private TestApp app = null!;
    private List<Handler> handlers = null!;
    private Browser admin = null!;
    private Browser owner = null!;
    private Browser stranger = null!;
    private SampleData owned = null!;
    private SampleData strangers = null!;

    public async Task InitializeAsync()
    {
        // Development has every page; the OpenID provider is unreachable
        app = await TestApp.StartAsync(
            environment: "Development",
            settings: [("Oidc:Authority", "http://127.0.0.1:9"), ("Oidc:ClientId", "compass")]
        );
        handlers = await Routes.PagesAsync(app);
        admin = await app.RegisterAsync("admin@example.org");
        owner = await app.RegisterAsync("owner@example.org");
        stranger = await app.RegisterAsync("stranger@example.org");
        owned = await SampleData.ArrangeAsync(app, owner.PersonId);
        strangers = await SampleData.ArrangeAsync(app, stranger.PersonId);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public void The_pages_that_need_no_sign_in_are_these()
    {
        string[] known =
        [
            "",
            "account/arrived",
            "account/confirm/{token}",
            "account/forgot",
            "account/oidc",
            "account/passkey",
            "account/passkey/options",
            "account/register",
            "account/reset/{token}",
            "account/second-step",
            "account/sign-in",
            "demo",
            "error/{code:int}",
            "invite/{token}",
            "link/{token}",
            "unsubscribe/{token}",
            "welcome",
        ];

        Assert.Equal(
            known,
            handlers
                .Where(handler => handler.Public)
                .Select(handler => handler.Template)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_routes_that_are_no_pages_are_these() =>
        Assert.Equal(
            ["/healthz", "/readyz"],
            Routes
                .Others(app)
                .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                .Select(route => route.RoutePattern.RawText)
                .Order()
        );

    [Fact]
    public void The_routes_that_are_no_pages_and_want_a_person_are_these() =>
        // Development serves files added since the build
        Assert.Equal(
            ["/admin/hangfire/{**rest}", "{**path:file}"],
            Routes
                .Others(app)
                .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is null)
                .Select(route => route.RoutePattern.RawText)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_pages_whose_post_needs_no_form_token_are_these() =>
        Assert.Equal(
            ["link/{token}", "unsubscribe/{token}"],
            handlers
                .Where(handler => handler.Page.IsDefined(typeof(TokenInUrlAttribute), false))
                .Select(handler => handler.Template)
                .Distinct()
        );

    [Fact]
    public void Every_page_goes_through_the_filter_that_checks_its_form() =>
        Assert.Equal(
            [typeof(ErrorModel)],
            handlers.Select(handler => handler.Page).Distinct().Where(page => !typeof(AppPage).IsAssignableFrom(page))
        );

    [Fact]
    public async Task The_anonymous_are_sent_to_sign_in()
    {
        foreach (var (handler, address) in Walk(owned, handler => !handler.Public))
        {
            using var response = await SendAsync(app.Anonymous(), handler, address);
            Assert.True(
                response.StatusCode == HttpStatusCode.Redirect
                    && response.Headers.Location!.ToString().Contains("/account/sign-in?", StringComparison.Ordinal),
                $"{handler.Method} {address} answered {(int)response.StatusCode} {response.Headers.Location}"
            );
        }
    }

    [Fact]
    public async Task A_strangers_ids_are_not_found_and_nothing_of_theirs_changes()
    {
        var token = await stranger.TokenAsync("/goals/new");
        var before = await OwnersRowsAsync();

        foreach (var (handler, address) in Attacks())
        {
            using var response = await SendAsync(stranger, handler, address, token);
            var expected =
                handler.Handled || IsAdmins(handler) ? HttpStatusCode.NotFound : HttpStatusCode.MethodNotAllowed;
            Assert.True(
                response.StatusCode == expected,
                $"{handler.Method} {address} ({handler}) answered {(int)response.StatusCode} "
                    + $"{response.Headers.Location}"
            );
        }

        Assert.Equal(before, await OwnersRowsAsync());
    }

    [Fact]
    public async Task Every_page_answers_its_owner()
    {
        foreach (
            var (handler, address) in Walk(owned, handler =>
                handler.Method == "GET" && !IsAdmins(handler) && !handler.Parameters.Contains("token")
            )
        )
        {
            using var response = await owner.GetAsync(address);
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect || !handler.Handled,
                $"GET {address} answered {(int)response.StatusCode}\n{string.Join('\n', app.Log.Lines)}"
            );
        }
    }

    [Fact]
    public async Task A_get_writes_nothing()
    {
        // Long enough that the goals were not evaluated lately. The first request records when the session was seen
        app.Clock.Now += TimeSpan.FromHours(3);
        using var first = await owner.GetAsync("/help");
        var before = await SampleData.DumpAsync(app);

        foreach (var (_, address) in Walk(owned, handler => handler.Method == "GET" && !IsAdmins(handler)))
        {
            using var response = await owner.GetAsync(address);
        }

        Assert.Equal(before, await SampleData.DumpAsync(app));
    }

    [Fact]
    public async Task Administration_is_not_there_for_others()
    {
        var token = await owner.TokenAsync("/goals/new");
        foreach (var (handler, address) in Walk(owned, IsAdmins))
        {
            using var response = await SendAsync(owner, handler, address, token);
            Assert.True(
                response.StatusCode == HttpStatusCode.NotFound,
                $"{handler.Method} {address} answered {(int)response.StatusCode}"
            );
            using var shown = await admin.GetAsync(address);
            Assert.NotEqual(HttpStatusCode.NotFound, shown.StatusCode);
        }
    }

    [Fact]
    public async Task A_post_without_its_form_token_changes_nothing()
    {
        var before = await SampleData.DumpAsync(app);

        foreach (
            var (handler, address) in Walk(owned, handler =>
                handler.Method == "POST" && !handler.Page.IsDefined(typeof(TokenInUrlAttribute), false)
            )
        )
        {
            foreach (var browser in new[] { owner, app.Anonymous() })
            {
                using var response = await SendAsync(browser, handler, address);
                Assert.True((int)response.StatusCode < 500, $"POST {address} answered {(int)response.StatusCode}");
                Assert.DoesNotContain(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [], cookie =>
                    cookie.StartsWith("careercompass=", StringComparison.Ordinal)
                );
            }
        }

        Assert.Equal(before, await SampleData.DumpAsync(app));

        // The same fields succeed with a token, so the refusals are meaningful
        var create = handlers.Single(handler => handler is { Template: "goals/new", Method: "POST" });
        using var done = await SendAsync(owner, create, "/goals/new", await owner.TokenAsync("/goals/new"));
        Assert.NotEqual(before, await SampleData.DumpAsync(app));
    }

    private static bool IsAdmins(Handler handler) => handler.Template.StartsWith("admin", StringComparison.Ordinal);

    private IEnumerable<(Handler Handler, string Address)> Walk(SampleData things, Func<Handler, bool> which) =>
        handlers
            .Where(which)
            .SelectMany(handler => handler.Addresses(things.ValueOf), (handler, address) => (handler, address));

    /// <summary>Each route with ids: all of them the owner's, and each one of them among the stranger's own.</summary>
    private IEnumerable<(Handler Handler, string Address)> Attacks() =>
        handlers.SelectMany(handler =>
        {
            var named = handler.Parameters.Where(parameter => owned.IdOf(parameter) is not null).ToList();
            var targets = named
                .Select(target => new[] { target })
                .Append([.. named])
                .Where(target => target.Length > 0);
            return targets
                .SelectMany(target =>
                    handler.Addresses(parameter => (target.Contains(parameter) ? owned : strangers).ValueOf(parameter))
                )
                .Distinct()
                .Select(address => (handler, address));
        });

    private async Task<HttpResponseMessage> SendAsync(
        Browser browser,
        Handler handler,
        string address,
        string? token = null
    ) =>
        handler.Method == "GET"
            ? await browser.GetAsync(address)
            : await browser.PostAsync(
                address,
                [.. Routes.Fields(handler.Page, DateOnly.FromDateTime(app.Clock.Now)), (Browser.TokenField, token)]
            );

    private async Task<List<string>> OwnersRowsAsync()
    {
        var id = owner.PersonId.ToString();
        var rows = (await SampleData.DumpAsync(app)).Where(row => row.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count >= 10, string.Join('\n', rows));
        return rows;
    }
}
