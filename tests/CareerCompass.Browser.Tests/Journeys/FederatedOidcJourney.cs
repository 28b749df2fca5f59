using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>A provider that redirects to another origin, which Chromium's form-action blocks for forms.</summary>
public sealed class FederatedOidcJourney : IAsyncLifetime
{
    private static readonly int Port = RunningApp.FreePort();

    private readonly Stage stage = new(
        "127.0.0.1",
        ("Oidc:Authority", $"http://127.0.0.1:{Port}"),
        ("Oidc:ClientId", "compass"),
        ("Oidc:Name", "Beacon"),
        ("Oidc:Register", "true"),
        ("Oidc:SignOutAtProvider", "true")
    );

    public Task InitializeAsync() => stage.InitializeAsync();

    public Task DisposeAsync() => stage.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_signs_in_links_and_signs_out_across_origins_though_the_provider_came_later(bool scripts)
    {
        await using var visitor = await stage.VisitAsync(scripts: scripts);
        var page = visitor.Page;
        await page.GotoAsync("/account/sign-in");
        await page.PressAsync("Sign in with Beacon");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Beacon cannot be reached right now");

        await using var provider = await FakeOidcProvider.StartAsync(Port);
        provider.Discovery["end_session_endpoint"] = $"{provider.Authority}/end";
        var subject = $"ada{scripts}";
        provider.Answers = claims => (claims["sub"], claims["email"]) = (subject, $"{subject}@example.org");

        await page.PressAsync("Sign in with Beacon");
        await page.IsTitledAsync("Create your account");
        await page.GetByLabel("Time zone").SelectOptionAsync("UTC");
        await page.PressAsync("Create account");
        await page.IsTitledAsync("Where do you want your career to go?");

        await page.GotoAsync("/settings/password");
        await page.GetByLabel("New password").FillAsync("a long password");
        await page.PressAsync("Set password");
        await page.GotoAsync("/settings/linked");
        await page.PressAsync("Unlink");
        await page.PressAsync("Link Beacon");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You can now sign in with Beacon");

        await page.Locator("details.account summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You are signed out");
        Assert.StartsWith($"{stage.App.Address}account/oidc/signed-out", provider.Left["post_logout_redirect_uri"]);
        Assert.EndsWith("/welcome", page.Url);

        await page.GotoAsync("/account/sign-in");
        await page.PressAsync("Sign in with Beacon");
        await Expect(page).ToHaveURLAsync(stage.App.Address.ToString());
        await page.GoBackAsync();
        Assert.DoesNotContain("/account/oidc", page.Url); // the intermediate page is not in the history
    }
}
