using System.Net;
using System.Text;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Identity;

public sealed class OidcFlowTests : IAsyncLifetime
{
    private FakeOidcProvider provider = null!;
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        provider = await FakeOidcProvider.StartAsync();
        app = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_button_leads_to_the_provider_by_a_page_so_that_the_policy_names_no_host()
    {
        var browser = app.Anonymous();

        using var left = await browser.LeaveAsync();

        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.EndsWith("form-action 'self'", left.Headers.GetValues("Content-Security-Policy").Single());
        var page = await Browser.ReadAsync(left);
        Assert.Equal(left.Headers.Location!.OriginalString, page.QuerySelector("#main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_sign_in_begins_by_a_form_with_its_token_and_by_nothing_else()
    {
        var browser = app.Anonymous();
        using var got = await browser.GetAsync("/account/oidc");
        using var posted = await browser.PostAsync("/account/oidc");

        Assert.Equal("/account/sign-in", got.Headers.Location?.OriginalString);
        Assert.False(got.Headers.Contains("Refresh") || posted.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task The_request_says_no_more_than_it_has_to()
    {
        using var left = await app.Anonymous().LeaveAsync();

        Assert.Equal(
            [
                "client_id",
                "code_challenge",
                "code_challenge_method",
                "nonce",
                "redirect_uri",
                "response_type",
                "scope",
                "state",
            ],
            left.Headers.Location!.Query().Keys.Order()
        );
    }

    [Fact]
    public async Task The_cookies_of_a_sign_in_are_lax_hidden_and_go_to_the_callback_alone()
    {
        await using var moved = await StartAsync(("App:PublicUrl", "http://localhost/career"));
        var browser = moved.Anonymous();
        using var left = await browser.LeaveAsync();

        var cookies = left
            .Headers.GetValues("Set-Cookie")
            .Where(cookie => cookie.StartsWith("careercompass.oidc.", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("/account/oidc/callback;", cookie, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("client_secret_basic", true)]
    [InlineData("client_secret_basic client_secret_post", true)]
    [InlineData("client_secret_post", false)]
    public async Task The_secret_goes_in_the_header_unless_the_provider_takes_it_in_the_form_only(
        string? ways,
        bool inHeader
    )
    {
        provider.Discovery["pushed_authorization_request_endpoint"] = $"{provider.Authority}/par";
        if (ways is not null)
        {
            provider.Discovery["token_endpoint_auth_methods_supported"] = ways.Split(' ');
        }

        await using var secretive = await StartAsync(("Oidc:ClientSecret", FakeOidcProvider.Secret));
        var browser = secretive.Anonymous();
        using var left = await browser.LeaveAsync();
        Assert.Equal(inHeader, !provider.Pushed.ContainsKey("client_secret"));
        Assert.Equal(inHeader, provider.Authorization is not null);
        await AnswerPushedAsync(browser);

        Assert.Equal(inHeader, !provider.Asked.ContainsKey("client_secret"));
        var pair = Convert.ToBase64String(
            Encoding.ASCII.GetBytes($"compass:{Uri.EscapeDataString(FakeOidcProvider.Secret)}")
        );
        Assert.Equal(inHeader ? $"Basic {pair}" : null, provider.Authorization);
        Assert.Equal(
            ("one", $"{OidcPeer.PublicUrl}/account/oidc/callback", "compass"),
            (provider.Asked["code"], provider.Asked["redirect_uri"], provider.Asked["client_id"])
        );
    }

    [Fact]
    public async Task A_request_is_pushed_where_the_provider_offers_that()
    {
        provider.Discovery["pushed_authorization_request_endpoint"] = $"{provider.Authority}/par";
        await using var twin = app.Twin();
        var browser = twin.Anonymous();

        using var left = await browser.LeaveAsync();

        Assert.Equal(["client_id", "request_uri"], left.Headers.Location!.Query().Keys.Order());
        Assert.Equal($"{OidcPeer.PublicUrl}/account/oidc/callback", provider.Pushed["redirect_uri"]);
        Assert.Equal("/account/arrived", await AnswerPushedAsync(browser));
    }

    [Fact]
    public async Task A_push_that_is_refused_gives_a_sentence()
    {
        provider.Discovery["pushed_authorization_request_endpoint"] = $"{provider.Authority}/no-such-place";
        await using var twin = app.Twin();
        var browser = twin.Anonymous();

        using var left = await browser.LeaveAsync();

        Assert.Equal("/account/sign-in", left.Headers.Location?.OriginalString);
        Assert.Contains("could not be verified", await browser.ProblemAsync(left));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-12)]
    [InlineData(12)]
    [InlineData(60 * 24)]
    public async Task A_providers_clock_that_is_off_is_named(int minutes)
    {
        var browser = app.Anonymous();
        using var back = await AnswerAsync(browser, minutes);

        var problem = await browser.ProblemAsync(back);

        Assert.Contains($"differ by about {Math.Abs(minutes)} minutes", problem);
        var which = minutes > 0 ? "ahead of" : "behind";
        Assert.Contains(app.Log.Lines, line =>
            line.Contains($"clock is {Math.Abs(minutes)} minutes {which} this server's", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_is_off_by_a_minute_stops_nothing(int minutes)
    {
        using var back = await AnswerAsync(app.Anonymous(), minutes);

        Assert.Equal("/account/arrived", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_person_who_goes_back_after_the_sign_in_is_led_on()
    {
        var account = await app.OpenAccountAsync("ada@example.org");
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        using var first = await provider.AnswerAsync(browser, left, app.Clock.Now, "ada", "ada@example.org");
        await browser.GetAsync(SignInFilter.Path + account);

        using var again = await browser.GetAsync(
            $"/account/oidc/callback?code=one&state={Uri.EscapeDataString(left.Headers.Location!.Query()["state"])}"
        );
        using var shown = await browser.GetAsync(again.Headers.Location!.OriginalString);

        Assert.Equal("/", shown.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Two_tabs_that_sign_in_side_by_side_both_come_back()
    {
        var browser = app.Anonymous();
        using var one = await browser.LeaveAsync();
        using var other = await browser.LeaveAsync();

        using var second = await provider.AnswerAsync(browser, other, app.Clock.Now, "ada", "ada@example.org");
        using var first = await provider.AnswerAsync(browser, one, app.Clock.Now, "ada", "ada@example.org");

        Assert.Equal(
            ["/account/arrived", "/account/arrived"],
            new[] { first, second }.Select(back => back.Headers.Location?.OriginalString)
        );
    }

    [Theory]
    [InlineData("authorization_endpoint", "ftp://beacon.example/authorize")]
    [InlineData("authorization_endpoint", "http://b\u00e4con.example/authorize")]
    [InlineData("userinfo_endpoint", "me")]
    [InlineData("pushed_authorization_request_endpoint", "file:///etc/passwd")]
    [InlineData("jwks_uri", "")]
    public async Task A_provider_that_cannot_be_used_gives_a_sentence_and_works_once_it_can(string name, string value)
    {
        var right = provider.Discovery.GetValueOrDefault(name);
        provider.Discovery[name] = value;
        await using var twin = app.Twin();
        var browser = twin.Anonymous();

        using var left = await browser.LeaveAsync();
        Assert.Equal("/account/sign-in", left.Headers.Location?.OriginalString);
        Assert.Contains("cannot be reached", await browser.ProblemAsync(left));

        _ = right is null ? provider.Discovery.Remove(name) : provider.Discovery[name] = right;
        using var again = await browser.LeaveAsync();
        Assert.StartsWith(provider.Authority, again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_provider_that_goes_down_while_a_person_is_there_gives_a_sentence()
    {
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        await provider.DisposeAsync();

        using var back = await provider.AnswerAsync(browser, left, app.Clock.Now, "ada", "ada@example.org");

        Assert.Contains("cannot be reached", await browser.ProblemAsync(back));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_provider_where_the_setting_says_so()
    {
        provider.Discovery["end_session_endpoint"] = $"{provider.Authority}/end";
        await using var leaving = await StartAsync(("Oidc:SignOutAtProvider", "true"));
        var browser = await NewcomerAsync(leaving);

        using var left = await SignOutAsync(browser);

        Assert.Equal($"0;url={left.Headers.Location!.OriginalString}", left.Headers.GetValues("Refresh").Single());
        Assert.StartsWith($"{provider.Authority}/end?", left.Headers.Location!.OriginalString);
        var query = left.Headers.Location.Query();
        Assert.Equal(
            ("compass", $"{OidcPeer.PublicUrl}/account/oidc/signed-out"),
            (query["client_id"], query["post_logout_redirect_uri"])
        );
        Assert.Equal(3, query["id_token_hint"].Split('.').Length);
        Assert.DoesNotContain("Ada", (await Browser.ReadAsync(left)).QuerySelector("header")!.TextContent);
        using var settings = await browser.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Redirect, settings.StatusCode);
        using var back = await browser.GetAsync(
            $"/account/oidc/signed-out?state={Uri.EscapeDataString(query["state"])}"
        );
        Assert.Equal("/welcome", back.Headers.Location?.OriginalString);
        Assert.Contains(
            "You are signed out.",
            (await browser.ReadAsync("/welcome")).QuerySelector("#main")!.TextContent
        );
    }

    [Fact]
    public async Task Signing_out_stays_here_for_who_did_not_come_by_the_provider_or_when_it_does_not_offer_it()
    {
        await using var leaving = await StartAsync(("Oidc:SignOutAtProvider", "true"));
        var notOffered = await NewcomerAsync(leaving);
        using var first = await SignOutAsync(notOffered);
        Assert.Equal("/welcome", first.Headers.Location?.OriginalString);

        provider.Discovery["end_session_endpoint"] = $"{provider.Authority}/end";
        await using var offering = leaving.Twin();
        var byPassword = await offering.RegisterAsync("bob@example.org");
        using var second = await SignOutAsync(byPassword);
        Assert.Equal("/welcome", second.Headers.Location?.OriginalString);
        Assert.False(second.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task Signing_out_works_while_the_provider_is_down_and_says_what_may_be_left()
    {
        provider.Discovery["end_session_endpoint"] = $"{provider.Authority}/end";
        await using var leaving = await StartAsync(("Oidc:SignOutAtProvider", "true"));
        var browser = await NewcomerAsync(leaving);
        provider.IsDown = true;
        await using var restarted = leaving.Twin();

        using var left = await SignOutAsync(
            browser with
            {
                Client = restarted.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false }),
            }
        );

        Assert.Equal("/welcome", left.Headers.Location?.OriginalString);
        Assert.Contains(
            "you may still be signed in there",
            (await browser.ReadAsync("/welcome")).QuerySelector("#main")!.TextContent
        );
    }

    [Fact]
    public async Task Nothing_leads_to_the_provider_without_the_setting()
    {
        provider.Discovery["end_session_endpoint"] = $"{provider.Authority}/end";
        await using var offering = app.Twin();
        var browser = await NewcomerAsync(offering);

        using var left = await SignOutAsync(browser);

        Assert.Equal("/welcome", left.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/signout-oidc")]
    [InlineData("/signout-callback-oidc")]
    [InlineData("/signin-oidc")]
    [InlineData("/account/oidc/signed-out")]
    public async Task The_frameworks_own_addresses_are_not_there(string path)
    {
        var browser = await app.RegisterAsync("ada@example.org");

        using var answer = await browser.GetAsync($"{path}?iss={Uri.EscapeDataString(provider.Authority)}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task Whoever_calls_the_page_after_signing_out_without_a_reason_is_led_to_the_welcome()
    {
        await using var leaving = await StartAsync(("Oidc:SignOutAtProvider", "true"));
        var browser = await leaving.RegisterAsync("ada@example.org");
        foreach (var query in new[] { "", "?state=forged" })
        {
            using var answer = await browser.GetAsync($"/account/oidc/signed-out{query}");
            Assert.Equal("/welcome", answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SignOutAsync(Browser browser) =>
        await browser.PostAsync("/account/sign-out", (Browser.TokenField, await browser.TokenAsync("/settings")));

    private async Task<TestApp> StartAsync(params (string, string)[] settings)
    {
        var started = await TestApp.StartAsync(
            settings:
            [
                ("App:PublicUrl", OidcPeer.PublicUrl),
                ("Oidc:Authority", provider.Authority),
                ("Oidc:ClientId", "compass"),
                ("Oidc:Name", "Beacon"),
                ("Oidc:Register", "true"),
                .. settings,
            ]
        );
        await started.OpenAccountAsync("first@example.org");
        return started;
    }

    /// <summary>Signs in with a provider whose clock is off by these minutes. The token is valid for five.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(Browser browser, int minutes)
    {
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        var claims = provider.Claims(query["nonce"], app.Clock.Now.AddMinutes(minutes));
        claims["nbf"] = claims["iat"];
        provider.Give(provider.Sign(claims));
        return await browser.GetAsync($"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}");
    }

    private async Task<string?> AnswerPushedAsync(Browser browser)
    {
        provider.Give(provider.Sign(provider.Claims(provider.Pushed["nonce"], app.Clock.Now)));
        using var back = await browser.GetAsync(
            $"/account/oidc/callback?code=one&state={Uri.EscapeDataString(provider.Pushed["state"])}"
        );
        return back.Headers.Location?.OriginalString;
    }

    private async Task<Browser> NewcomerAsync(TestApp where)
    {
        var browser = where.Anonymous();
        using var left = await browser.LeaveAsync();
        using var back = await provider.AnswerAsync(browser, left, where.Clock.Now, "ada", "ada@example.org");
        using var opened = await browser.PostFormAsync("/account/arrived", ("Input.Zone", "UTC"));
        Assert.Equal("/setup", opened.Headers.Location?.OriginalString);
        return browser;
    }
}
