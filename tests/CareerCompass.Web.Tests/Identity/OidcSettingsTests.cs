using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CareerCompass.Web.Tests.Identity;

public sealed class OidcSettingsTests
{
    [Theory]
    [InlineData("Oidc:Authority", "beacon", "Oidc:Authority is not an http(s) address")]
    [InlineData("Oidc:Authority", "ftp://beacon.example", "Oidc:Authority is not an http(s) address")]
    [InlineData("Oidc:Authority", "http://beacon.example", "must start with https")]
    [InlineData(
        "Oidc:Authority",
        "https://beacon.example/.well-known/openid-configuration",
        "must not include /.well-known"
    )]
    [InlineData("Oidc:Authority", "", "but Oidc:Authority, the address of the provider, is not")]
    [InlineData("Oidc:ClientId", "", "but Oidc:ClientId, the ID of this app at the provider, is not")]
    [InlineData("Oidc:Scopes", "profile email", "must include openid")]
    [InlineData("Oidc:Scope", "openid", "There is no setting Oidc:Scope")]
    [InlineData("Oidc:Only", "perhaps", "Oidc:Only is perhaps, but must be true or false.")]
    [InlineData("Oidc:RequireHttps", "1", "Oidc:RequireHttps is 1, but must be true or false.")]
    [InlineData("Oidc:Scopes", "openid,profile", "must include openid")]
    [InlineData("SignIn:TriesPerAccount", "many", "SignIn:TriesPerAccount is many, but must be a whole number.")]
    [InlineData(
        "SignIn:TriesPerAddress",
        "99999999999",
        "SignIn:TriesPerAddress is 99999999999, but must be a whole number."
    )]
    [InlineData("SignIn:TriesPerAddress", "0", "must be between 1 and")]
    [InlineData("SignIn:TriesPerAccount", "2000000000", "must be between 1 and")]
    [InlineData("Registration:Mode", "0", "Registration:Mode is 0, but must be Open, Invite or Closed.")]
    [InlineData("Registration:Mode", "Open,Invite", "Registration:Mode is Open,Invite, but must be")]
    [InlineData("Registration:Mode", "off", "Registration:Mode is off, but must be")]
    public async Task A_wrong_setting_stops_the_start_and_says_what_to_do(string key, string value, string sentence)
    {
        await using var app = await TestApp.PrepareAsync(
            settings: [("Oidc:Authority", "https://beacon.example"), ("Oidc:ClientId", "compass"), (key, value)]
        );

        var problem = Assert.Throws<InvalidOperationException>(() => app.Services);

        Assert.Contains(sentence, problem.Message);
        // Shown as a sentence instead of a stack trace
        Assert.Equal(problem.Message, UserFacingException.Describe(problem));
    }

    [Theory]
    [InlineData("https://beacon.example/realms/home", null)]
    [InlineData("http://beacon.example", "false")]
    [InlineData("http://127.0.0.1:3000/", null)]
    public void Settings_that_work_are_taken(string authority, string? https)
    {
        var settings = From(("Oidc:Authority", authority), ("Oidc:ClientId", "compass"), ("Oidc:RequireHttps", https));

        Assert.True(settings.IsEnabled);
        Assert.True(settings.IsAuthority(authority.TrimEnd('/')) && settings.IsAuthority(authority.TrimEnd('/') + "/"));
        Assert.False(settings.IsAuthority("https://evil.example") || settings.IsAuthority(null));
    }

    [Theory]
    [InlineData("https://Beacon.example/realms/Home", "https://beacon.example:443/realms/Home/", true)]
    [InlineData("https://beacon.example/realms/Home", "https://beacon.example/realms/home", false)]
    [InlineData("https://beacon.example", "https://beacon.example/other", false)]
    [InlineData("https://beacon.example", "https://beacon.example.evil.example", false)]
    [InlineData("https://beacon.example", "https://beacon.example@evil.example", false)]
    [InlineData("https://beacon.example", "https://beacon.example:444", false)]
    [InlineData("https://beacon.example", "https://beacon.example?x", false)]
    [InlineData("https://beacon.example", "http://beacon.example", false)]
    [InlineData("https://b\u00fccher.example", "https://xn--bcher-kva.example", true)]
    public void The_provider_is_known_by_its_address_in_any_spelling_of_the_host(
        string authority,
        string issuer,
        bool same
    ) => Assert.Equal(same, From(("Oidc:Authority", authority), ("Oidc:ClientId", "compass")).IsAuthority(issuer));

    [Fact]
    public async Task Without_settings_there_is_no_button_nobody_is_called_and_the_policy_stays_narrow()
    {
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var page = await browser.GetAsync("/account/sign-in");

        Assert.DoesNotContain("/account/oidc", await page.Content.ReadAsStringAsync());
        Assert.EndsWith("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        using var pressed = await browser.PostAsync(
            "/account/oidc",
            (Browser.TokenField, await browser.TokenAsync("/account/sign-in"))
        );
        Assert.Equal(HttpStatusCode.NotFound, pressed.StatusCode);
        using var callback = await browser.GetAsync("/account/oidc/callback?code=1&state=2");
        // Like any unknown address
        Assert.StartsWith("/account/sign-in?returnUrl", callback.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_way_back_is_built_from_the_public_address_whatever_the_request_says()
    {
        await using var provider = await FakeOidcProvider.StartAsync();
        await using var app = await TestApp.StartAsync(
            settings:
            [
                ("App:PublicUrl", "https://compass.example.org/career"),
                ("Oidc:Authority", provider.Authority),
                ("Oidc:ClientId", "compass"),
            ]
        );
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var page = await browser.GetAsync("/account/sign-in");
        Assert.EndsWith("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Sign in with 127.0.0.1", await page.Content.ReadAsStringAsync());
        browser.Client.DefaultRequestHeaders.Host = "evil.example";

        using var left = await browser.LeaveAsync();

        Assert.Equal(
            "https://compass.example.org/career/account/oidc/callback",
            left.Headers.Location!.Query()["redirect_uri"]
        );
    }

    private static OidcSettings From(params (string Key, string? Value)[] values) =>
        OidcSettings.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value)
                )
                .Build()
        );
}
