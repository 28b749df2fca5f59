using System.Net;
using System.Security.Cryptography;
using System.Text;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Tests.Identity;

/// <summary>A lying provider or man in the middle: no sign-in succeeds, and nothing breaks.</summary>
public sealed class OidcAttackTests : IAsyncLifetime
{
    private FakeOidcProvider provider = null!;
    private TestApp app = null!;

    public static TheoryData<string> Lies => [.. Wrong.Keys];

    private static Dictionary<string, Func<FakeOidcProvider, Dictionary<string, object>, string?>> Wrong { get; } =
        new()
        {
            ["wrong nonce"] = (provider, claims) => provider.Sign(With(claims, "nonce", "another")),
            ["no nonce"] = (provider, claims) => provider.Sign(Without(claims, "nonce")),
            ["for another app"] = (provider, claims) => provider.Sign(With(claims, "aud", "another")),
            ["for nobody"] = (provider, claims) => provider.Sign(Without(claims, "aud")),
            ["handed on by another app"] = (provider, claims) => provider.Sign(With(claims, "azp", "another")),
            ["of another provider"] = (provider, claims) => provider.Sign(With(claims, "iss", "https://evil.example")),
            ["of no provider"] = (provider, claims) => provider.Sign(Without(claims, "iss")),
            ["of nobody"] = (provider, claims) => provider.Sign(Without(claims, "sub")),
            ["over"] = (provider, claims) => provider.Sign(With(claims, "exp", (long)claims["exp"] - 3600)),
            ["without an end"] = (provider, claims) => provider.Sign(Without(claims, "exp")),
            ["not yet valid"] = (provider, claims) => provider.Sign(With(claims, "nbf", (long)claims["exp"] + 3600)),
            ["of another access token"] = (provider, claims) =>
                provider.Sign(With(claims, "at_hash", WebEncoders.Base64UrlEncode(SHA256.HashData("other"u8)[..16]))),
            ["unsigned"] = (_, claims) => FakeOidcProvider.SignByNobody(claims),
            ["signature cut off"] = (provider, claims) =>
                provider.Sign(claims)[..(provider.Sign(claims).LastIndexOf('.') + 1)],
            ["signed by another key of the same name"] = (provider, claims) =>
                provider.Sign(claims, FakeOidcProvider.NewKey("first")),
            ["signed by an unknown key"] = (provider, claims) =>
                provider.Sign(claims, FakeOidcProvider.NewKey("unknown")),
            ["signed by the shared secret"] = (provider, claims) =>
                provider.Sign(
                    claims,
                    new SymmetricSecurityKey(Encoding.UTF8.GetBytes(FakeOidcProvider.Secret)),
                    SecurityAlgorithms.HmacSha256
                ),
            ["signed by the public key as a secret"] = (provider, claims) =>
                provider.Sign(
                    claims,
                    new SymmetricSecurityKey(provider.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "first" },
                    SecurityAlgorithms.HmacSha256
                ),
            ["signed by an algorithm of that name"] = (provider, claims) =>
                $"{FakeOidcProvider.SignByNobody(claims)}{provider.Sign(claims).Split('.')[2]}",
            ["expired long ago"] = (provider, claims) =>
                provider.Sign(With(With(claims, "exp", (long)claims["exp"] - 3600), "iat", (long)claims["iat"] - 3600)),
            ["about no moment"] = (provider, claims) => provider.Sign(Without(claims, "iat")),
            ["of an issuer in other letters"] = (provider, claims) =>
                provider.Sign(With(claims, "iss", provider.Authority.ToUpperInvariant())),
            ["of nobody in particular"] = (provider, claims) => provider.Sign(With(claims, "sub", "")),
            ["missing"] = (_, _) => null,
            ["no token at all"] = (_, _) => "certainly",
            ["empty"] = (_, _) => "",
        };

    public async Task InitializeAsync()
    {
        provider = await FakeOidcProvider.StartAsync();
        app = await TestApp.StartAsync(
            settings:
            [
                ("App:PublicUrl", OidcPeer.PublicUrl),
                ("Oidc:Authority", provider.Authority),
                ("Oidc:ClientId", "compass"),
                ("Oidc:ClientSecret", FakeOidcProvider.Secret),
                ("Oidc:Name", "Sign in with Beacon"),
                ("Oidc:Register", "true"),
            ]
        );
        await app.OpenAccountAsync("first@example.org");
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_right_token_is_believed_and_what_was_asked_for_it_proves_that_it_was_us()
    {
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        provider.Give(provider.Sign(provider.Claims(query["nonce"], app.Clock.Now)));

        using var back = await browser.GetAsync(
            $"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}"
        );

        Assert.Equal("/account/arrived", back.Headers.Location!.OriginalString);
        Assert.Equal(
            ("S256", "code", "openid profile email", $"{OidcPeer.PublicUrl}/account/oidc/callback"),
            (query["code_challenge_method"], query["response_type"], query["scope"], query["redirect_uri"])
        );
        Assert.Equal(
            query["code_challenge"],
            WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(provider.Asked["code_verifier"])))
        );
        Assert.Equal(("one", query["redirect_uri"]), (provider.Asked["code"], provider.Asked["redirect_uri"]));
        Assert.DoesNotContain("client_secret", provider.Asked.Keys); // sent in the header
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_wrong_token_signs_nobody_in(string lie)
    {
        var browser = app.Anonymous();
        using var back = await AnswerAsync(browser, nonce =>
            Wrong[lie](provider, provider.Claims(nonce, app.Clock.Now))
        );

        await RefusedAsync(browser, back, "could not be verified");
    }

    [Fact]
    public async Task A_token_endpoint_that_answers_nonsense_breaks_nothing()
    {
        foreach (
            var answer in new IResult[]
            {
                Results.BadRequest(new { error = "invalid_grant" }),
                Results.Text("<html>"),
                Results.Text("[]", "application/json"),
                Results.Text("", "application/json"),
                Results.Json(new { access_token = 1, id_token = 2 }),
                Results.StatusCode(500),
                Results.Redirect("https://evil.example/"),
            }
        )
        {
            var browser = app.Anonymous();
            using var back = await AnswerAsync(browser, _ => "", () => provider.Answer = () => answer);
            await RefusedAsync(browser, back, "");
        }
    }

    [Fact]
    public async Task A_state_that_is_forged_old_or_of_another_browser_signs_nobody_in()
    {
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        provider.Give(provider.Sign(provider.Claims(query["nonce"], app.Clock.Now)));
        var thief = app.Anonymous();

        foreach (
            var address in new[]
            {
                "",
                "?code=one",
                "?code=one&state=",
                "?code=one&state=forged",
                $"?code=one&state={query["state"][..^4]}AAAA",
                "?error=server_error",
                "?error=access_denied&state=x",
            }
        )
        {
            using var forged = await browser.GetAsync($"/account/oidc/callback{address}");
            await RefusedAsync(browser, forged, "");
        }

        using var stolen = await thief.GetAsync(Callback(query));
        await RefusedAsync(thief, stolen, "Please start again");
        using var otherIssuer = await browser.GetAsync(Callback(query) + "&iss=https%3A%2F%2Fevil.example");
        await RefusedAsync(browser, otherIssuer, "could not be verified");
        using var second = await browser.LeaveAsync();
        app.Clock.Now += TimeSpan.FromMinutes(16);
        using var late = await browser.GetAsync(Callback(second.Headers.Location!.Query()));
        await RefusedAsync(browser, late, "took too long, was already completed");
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        var browser = app.Anonymous();
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        provider.Give(provider.Sign(provider.Claims(query["nonce"], app.Clock.Now)));
        using var first = await browser.GetAsync(Callback(query));
        Assert.Equal("/account/arrived", first.Headers.Location!.OriginalString);

        using var second = await browser.GetAsync(Callback(query));

        Assert.Equal("/account/sign-in", second.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Userinfo_of_somebody_else_is_not_taken()
    {
        provider.UserInfo = new()
        {
            ["sub"] = "eve",
            ["email"] = "eve@example.org",
            ["email_verified"] = true,
        };
        var browser = app.Anonymous();
        using var back = await AnswerAsync(browser, nonce =>
            provider.Sign(Without(provider.Claims(nonce, app.Clock.Now), "email"))
        );

        var page = await browser.ReadAsync(back.Headers.Location!.OriginalString);

        Assert.NotNull(page.QuerySelector("#Input_Email"));
        Assert.DoesNotContain("eve@example.org", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_fetched_when_they_are_met()
    {
        using var before = await AnswerAsync(app.Anonymous(), nonce =>
            provider.Sign(provider.Claims(nonce, app.Clock.Now))
        );
        provider.ChangeKey();
        using var after = await AnswerAsync(app.Anonymous(), nonce =>
            provider.Sign(provider.Claims(nonce, app.Clock.Now))
        );

        Assert.Equal(
            ["/account/arrived", "/account/arrived"],
            new[] { before, after }.Select(answer => answer.Headers.Location!.OriginalString)
        );
    }

    [Fact]
    public async Task A_provider_that_is_down_stops_neither_the_start_nor_the_password_and_comes_back_by_itself()
    {
        provider.IsDown = true;
        await using var twin = app.Twin();
        await twin.OpenAccountAsync("ada@example.org");
        var browser = twin.Anonymous();

        using var left = await browser.LeaveAsync();
        Assert.Equal("/account/sign-in", left.Headers.Location!.OriginalString);
        Assert.Contains("Beacon cannot be reached right now", await browser.ProblemAsync(left));
        using var byPassword = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", "a long password")
        );
        Assert.Equal("/", byPassword.Headers.Location!.OriginalString);
        using var link = await browser.LeaveAsync("/settings/linked");
        Assert.Equal("/settings/linked", link.Headers.Location!.OriginalString);
        Assert.Contains("cannot be reached", await browser.ProblemAsync(link));

        provider.IsDown = false;
        using var again = await twin.Anonymous().LeaveAsync();
        Assert.StartsWith(provider.Authority, again.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("issuer", "https://evil.example")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("token_endpoint", "")]
    public async Task A_provider_that_says_odd_things_of_itself_is_not_used(string name, string value)
    {
        provider.Discovery[name] = value;
        await using var twin = app.Twin();
        var browser = twin.Anonymous();

        using var left = await browser.LeaveAsync();

        Assert.Contains("cannot be reached", await browser.ProblemAsync(left));
    }

    private static string Callback(Dictionary<string, string> query) =>
        $"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}";

    private static Dictionary<string, object> With(Dictionary<string, object> claims, string name, object value) =>
        new(claims) { [name] = value };

    private static Dictionary<string, object> Without(Dictionary<string, object> claims, string name) =>
        new(claims.Where(claim => claim.Key != name));

    private async Task<HttpResponseMessage> AnswerAsync(
        Browser browser,
        Func<string, string?> make,
        Action? then = null
    )
    {
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        provider.Give(make(query["nonce"]));
        then?.Invoke();
        return await browser.GetAsync(Callback(query));
    }

    private async Task RefusedAsync(Browser browser, HttpResponseMessage answer, string sentence)
    {
        Assert.Equal(
            (HttpStatusCode.Redirect, "/account/sign-in"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString)
        );
        var problem = await browser.ProblemAsync(answer);
        Assert.NotEqual("", problem);
        Assert.Contains(sentence, problem);
        using var arrived = await browser.GetAsync("/account/arrived");
        Assert.Equal("/account/sign-in", arrived.Headers.Location?.OriginalString);
        using var settings = await browser.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Redirect, settings.StatusCode);
        Assert.Equal(1, await app.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }
}
