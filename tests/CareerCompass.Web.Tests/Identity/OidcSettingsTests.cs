using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CareerCompass.Web.Tests.Identity;

public sealed class OidcSettingsTests
{
    [Theory]
    [InlineData("Oidc:Authority", "beacon", "Oidc:Authority is not an http(s) address")]
    [InlineData("Oidc:Authority", "ftp://beacon.example", "Oidc:Authority is not an http(s) address")]
    [InlineData("Oidc:Authority", "http://beacon.example", "has to start with https")]
    [InlineData("Oidc:Authority", "https://beacon.example/.well-known/openid-configuration", "without it")]
    [InlineData("Oidc:Authority", "", "but not Oidc:Authority")]
    [InlineData("Oidc:ClientId", "", "but not Oidc:ClientId")]
    [InlineData("Oidc:Scopes", "profile email", "has to hold openid")]
    [InlineData("Oidc:Scope", "openid", "There is no setting Oidc:Scope")]
    [InlineData("Oidc:Only", "perhaps", "Oidc:Only")]
    public async Task A_wrong_setting_stops_the_start_and_says_what_to_do(string key, string value, string sentence)
    {
        await using var app = await TestApp.PrepareAsync(settings: [("Oidc:Authority", "https://beacon.example"), ("Oidc:ClientId", "compass"), (key, value)]);

        var problem = Assert.Throws<InvalidOperationException>(() => app.Services);

        Assert.Contains(sentence, problem.Message);
    }

    [Theory]
    [InlineData("https://beacon.example/realms/home", null)]
    [InlineData("http://beacon.example", "false")]
    [InlineData("http://127.0.0.1:3000/", null)]
    public void Settings_that_work_are_taken(string authority, string? https)
    {
        var settings = Of(("Oidc:Authority", authority), ("Oidc:ClientId", "compass"), ("Oidc:RequireHttps", https));

        Assert.True(settings.IsOn);
        Assert.True(settings.IsAuthority(authority.TrimEnd('/')) && settings.IsAuthority(authority.TrimEnd('/') + "/"));
        Assert.False(settings.IsAuthority("https://evil.example") || settings.IsAuthority(null));
    }

    [Fact]
    public async Task Without_settings_there_is_no_button_nobody_is_called_and_the_policy_stays_narrow()
    {
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var page = await browser.GetAsync("/account/sign-in");

        Assert.DoesNotContain("/account/oidc", await page.Content.ReadAsStringAsync());
        Assert.EndsWith("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        using var pressed = await browser.PostAsync("/account/oidc", (Browser.TokenField, await browser.TokenAsync("/account/sign-in")));
        Assert.Equal(HttpStatusCode.NotFound, pressed.StatusCode);
        using var callback = await browser.GetAsync("/account/oidc/callback?code=1&state=2");
        Assert.StartsWith("/account/sign-in?returnUrl", callback.Headers.Location!.OriginalString); // as any address that is not there
    }

    [Fact]
    public async Task The_way_back_is_built_from_the_public_address_whatever_the_request_says()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var app = await TestApp.StartAsync(settings:
            [("App:PublicUrl", "https://compass.example.org/career"), ("Oidc:Authority", provider.Authority), ("Oidc:ClientId", "compass")]);
        await app.OpenAccountAsync("first@example.org");
        var browser = app.Anonymous();
        using var page = await browser.GetAsync("/account/sign-in");
        Assert.Contains($"form-action 'self' {provider.Authority}", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("Sign in with 127.0.0.1", await page.Content.ReadAsStringAsync());
        browser.Client.DefaultRequestHeaders.Host = "evil.example";

        using var left = await browser.LeaveAsync();

        Assert.Equal("https://compass.example.org/career/account/oidc/callback", left.Headers.Location!.Query()["redirect_uri"]);
    }

    private static OidcSettings Of(params (string Key, string? Value)[] values) =>
        OidcSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value)).Build());
}
