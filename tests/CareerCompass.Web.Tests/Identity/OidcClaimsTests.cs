using System.Net;
using System.Text.Json;
using CareerCompass.Domain;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Identity;

public sealed class OidcClaimsTests : IAsyncLifetime
{
    private const string Address = "ada@example.org";

    private FakeOidcProvider provider = null!;
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        provider = await FakeOidcProvider.StartAsync();
        app = await TestApp.StartAsync(
            settings:
            [
                ("App:PublicUrl", OidcPeer.PublicUrl),
                ("Oidc:Authority", provider.Authority),
                ("Oidc:ClientId", "compass"),
                ("Oidc:Name", "Beacon"),
                ("Oidc:LinkByVerifiedEmail", "true"),
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

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    [InlineData("\"True\"")]
    [InlineData("\"TRUE\"")]
    [InlineData("\" true \"")]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"yes\"")]
    [InlineData("[true]")]
    [InlineData("[\"True\"]")]
    public async Task An_address_is_verified_in_each_form_that_providers_say_so(string verified)
    {
        await ConfirmedAsync(Address);

        Assert.Equal("/", await ArriveAsync(Token(("email", $"\"{Address}\""), ("email_verified", verified))));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\"false\"")]
    [InlineData("\"False\"")]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("1.5")]
    [InlineData("\"pending\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[true, false]")]
    public async Task An_address_that_the_token_calls_unverified_stays_so_whatever_userinfo_says(string verified)
    {
        await ConfirmedAsync(Address);
        provider.UserInfo = new()
        {
            ["sub"] = "ada",
            ["email"] = Address,
            ["email_verified"] = true,
            ["name"] = "Ada",
        };

        Assert.Equal(
            "/account/sign-in",
            await ArriveAsync(Token(("email", $"\"{Address}\""), ("email_verified", verified), ("name", null)))
        );
    }

    [Theory]
    [InlineData("{\"sub\":\"ada\",\"email\":\"ada@example.org\",\"email_verified\":true}", true)]
    [InlineData("{\"sub\":\"ada\",\"email\":\"Ada@Example.org\",\"email_verified\":\"True\"}", true)]
    [InlineData("{\"sub\":\"ada\",\"email_verified\":1}", true)]
    [InlineData("{\"sub\":\"ada\",\"email\":\"eve@example.org\",\"email_verified\":true}", false)]
    [InlineData("{\"sub\":\"eve\",\"email\":\"ada@example.org\",\"email_verified\":true}", false)]
    [InlineData("{\"email\":\"ada@example.org\",\"email_verified\":true}", false)]
    [InlineData("{\"sub\":\"ada\",\"email\":\"ada@example.org\",\"email_verified\":false}", false)]
    [InlineData("{\"sub\":\"ada\"}", false)]
    [InlineData("[]", false)]
    [InlineData("\"ada\"", false)]
    public async Task A_flag_that_the_token_lacks_is_asked_of_userinfo(string userInfo, bool links)
    {
        await ConfirmedAsync(Address);
        provider.UserInfoText = userInfo;

        Assert.Equal(links ? "/" : "/account/sign-in", await ArriveAsync(Token(("email", $"\"{Address}\""))));
    }

    [Fact]
    public async Task A_thin_token_takes_address_and_flag_from_userinfo()
    {
        await ConfirmedAsync(Address);
        provider.UserInfo = new()
        {
            ["sub"] = "ada",
            ["email"] = Address,
            ["email_verified"] = "true",
            ["name"] = "Ada",
        };

        Assert.Equal("/", await ArriveAsync(Token(("email", null), ("name", null))));
    }

    [Fact]
    public async Task A_token_that_says_everything_needs_no_userinfo()
    {
        await ArriveAsync(Token(("email_verified", "true")));
        Assert.Equal(0, provider.UserInfoCalls);

        await ArriveAsync(Token());
        Assert.Equal(1, provider.UserInfoCalls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(204)]
    [InlineData(200)]
    public async Task Userinfo_that_fails_stops_no_sign_in_and_is_logged(int status)
    {
        provider.UserInfoStatus = status;
        provider.UserInfoText = "<html>";

        Assert.Equal("form", await ArriveAsync(Token(("email", $"\"{Address}\""))));

        Assert.Contains(app.Log.Lines, line =>
            line.Contains("The userinfo from the OpenID provider could not be read", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_provider_that_never_says_whether_an_address_is_verified_is_named_in_the_log()
    {
        await ConfirmedAsync(Address);

        Assert.Equal("/account/sign-in", await ArriveAsync(Token(("email", $"\"{Address}\""))));

        Assert.Contains(app.Log.Lines, line =>
            line.Contains("sends email_verified neither in its token nor in userinfo", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public async Task A_newcomers_address_is_confirmed_as_far_as_the_provider_has_verified_it(
        string? verified,
        bool confirmed
    )
    {
        var browser = app.Anonymous();
        await ArriveAsync(Token(("email", "\"new@example.org\""), ("email_verified", verified)), browser);
        using var opened = await browser.PostFormAsync("/account/arrived", ("Input.Zone", "UTC"));

        Assert.Equal("/setup", opened.Headers.Location?.OriginalString);
        Assert.Equal(
            confirmed,
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.Where(user => user.Email == "new@example.org")
                    .Select(user => user.EmailConfirmed)
                    .SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData("\"no address\"")]
    [InlineData("\"ada\\u0000@example.org\"")]
    [InlineData("\"ada\\r\\nBcc: eve@example.org\"")]
    [InlineData("\"ada\\u202e@example.org\"")]
    [InlineData("7")]
    [InlineData("{}")]
    public async Task An_address_that_is_none_is_asked_for_and_the_flag_beside_it_confirms_nothing(string email)
    {
        provider.UserInfo = new() { ["sub"] = "ada", ["email_verified"] = true };
        var browser = app.Anonymous();
        await ArriveAsync(Token(("email", email), ("email_verified", "true")), browser);
        using var opened = await browser.PostFormAsync(
            "/account/arrived",
            ("Input.Zone", "UTC"),
            ("Input.Name", "Ada"),
            ("Input.Email", "typed@example.org")
        );

        Assert.Equal("/setup", opened.Headers.Location?.OriginalString);
        Assert.False(
            await app.WithDbAsync(Guid.Empty, db =>
                db.Users.Where(user => user.Email == "typed@example.org")
                    .Select(user => user.EmailConfirmed)
                    .SingleAsync()
            )
        );
    }

    [Theory]
    [InlineData("Ada\\u0000 \\r\\n\\tLovelace\\u001b[31m", "Ada Lovelace [31m")]
    [InlineData("\\u202eecalevoL adA\\u2066", "ecalevoL adA")]
    [InlineData("\\ufeffAda\\u200b\\u00ad\\u2028Lovelace\\u0085", "Ada Lovelace")]
    [InlineData(
        "\\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )]
    [InlineData("\\ud83d\\udc69\\u200d\\ud83d\\udcbb", "\ud83d\udc69\u200d\ud83d\udcbb")]
    [InlineData("\\u0007\\u200d\\u202e", "login")]
    public async Task A_name_is_taken_without_what_cannot_be_seen(string said, string shown)
    {
        var browser = app.Anonymous();
        await ArriveAsync(
            Token(("name", $"\"{said}\""), ("preferred_username", "\"log\\u0008in\""), ("email_verified", "true")),
            browser
        );

        var name = (await browser.ReadAsync("/account/arrived")).QuerySelector("#Input_Name")!.GetAttribute("value");

        Assert.Equal(shown == "login" ? "log in" : shown, name);
    }

    [Fact]
    public async Task Half_a_letter_in_userinfo_stops_nothing()
    {
        provider.UserInfoText =
            """{"sub":"ada","email":"\ud800@example.org","name":"half \ud83d","preferred_username":"ada"}""";
        var browser = app.Anonymous();
        await ArriveAsync(Token(("email", null), ("name", null)), browser);

        var page = await browser.ReadAsync("/account/arrived");

        Assert.Equal(
            ("ada", ""),
            (
                page.QuerySelector("#Input_Name")!.GetAttribute("value"),
                page.QuerySelector("#Input_Email")!.GetAttribute("value") ?? ""
            )
        );
    }

    [Fact]
    public async Task A_long_name_is_cut_between_two_letters()
    {
        var browser = app.Anonymous();
        var name = string.Concat(Enumerable.Repeat("\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb", 60));
        await ArriveAsync(Token(("name", JsonSerializer.Serialize(name)), ("email_verified", "true")), browser);

        var kept = (await browser.ReadAsync("/account/arrived")).QuerySelector("#Input_Name")!.GetAttribute("value")!;

        Assert.True(
            kept.Length is > 0 and <= Limits.MaxTitleLength
                && kept.Length % 7 == 0
                && name.StartsWith(kept, StringComparison.Ordinal),
            kept
        );
    }

    [Fact]
    public async Task A_person_is_told_when_the_provider_gives_them_another_address()
    {
        var browser = app.Anonymous();
        await ArriveAsync(Token(("email", $"\"{Address}\""), ("email_verified", "true")), browser);
        using var opened = await browser.PostFormAsync(
            "/account/arrived",
            ("Input.Zone", "UTC"),
            ("Input.Name", "Ada")
        );
        Assert.DoesNotContain("Your address at Beacon is", await TextAsync(browser, "/settings/linked"));

        var next = app.Anonymous();
        Assert.Equal(
            "/",
            await ArriveAsync(Token(("email", "\"lovelace@example.org\""), ("email_verified", "true")), next)
        );
        Assert.Contains(
            "Your address at Beacon is lovelace@example.org. CareerCompass still sends e-mail to ada@example.org.",
            await TextAsync(next, "/goals")
        );
        foreach (var page in new[] { "/settings/linked", "/settings/security" })
        {
            Assert.Contains(
                "Your address at Beacon is lovelace@example.org. CareerCompass sends e-mail to ada@example.org.",
                await TextAsync(next, page)
            );
        }

        // The greeting shows it once; the settings until both addresses match
        var third = app.Anonymous();
        await ArriveAsync(Token(("email", "\"lovelace@example.org\""), ("email_verified", "true")), third);
        Assert.DoesNotContain("Your address at Beacon is", await TextAsync(third, "/goals"));
        Assert.Contains("Your address at Beacon is", await TextAsync(third, "/settings/linked"));
        await ArriveAsync(Token(("email", "\"ADA@example.org\""), ("email_verified", "true")), app.Anonymous());
        Assert.DoesNotContain("Your address at Beacon is", await TextAsync(third, "/settings/linked"));
    }

    private static async Task<string> TextAsync(Browser browser, string path) =>
        (await browser.ReadAsync(path)).QuerySelector("#main")!.TextContent;

    /// <summary>Valid claims with these changes as JSON; null removes a claim.</summary>
    private Func<string, string> Token(params (string Name, string? Json)[] changes) =>
        nonce =>
        {
            var claims = provider
                .Claims(nonce, app.Clock.Now)
                .ToDictionary(claim => claim.Key, claim => JsonSerializer.Serialize(claim.Value));
            foreach (var (name, json) in changes)
            {
                if (json is null)
                {
                    claims.Remove(name);
                }
                else
                {
                    claims[name] = json;
                }
            }

            return provider.Sign($"{{{string.Join(',', claims.Select(claim => $"\"{claim.Key}\":{claim.Value}"))}}}");
        };

    private async Task ConfirmedAsync(string email)
    {
        var id = await app.OpenAccountAsync(email);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true))
        );
    }

    /// <returns>The redirect target, or "form" for a newcomer's form.</returns>
    private async Task<string?> ArriveAsync(Func<string, string> token, Browser? browser = null)
    {
        browser ??= app.Anonymous();
        using var left = await browser.LeaveAsync();
        var query = left.Headers.Location!.Query();
        provider.Give(token(query["nonce"]));
        using var back = await browser.GetAsync(
            $"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}"
        );
        Assert.Equal("/account/arrived", back.Headers.Location?.OriginalString);
        using var arrived = await browser.GetAsync("/account/arrived");
        return arrived.StatusCode == HttpStatusCode.OK ? "form" : arrived.Headers.Location?.OriginalString;
    }
}
