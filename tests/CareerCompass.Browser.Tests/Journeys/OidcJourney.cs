using System.Globalization;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>A real provider in a real browser, which enforces the CSP on the way there.</summary>
public sealed class OidcJourney : IAsyncLifetime
{
    private static readonly int Port = RunningApp.FreePort();

    private readonly Stage stage = new(
        "127.0.0.1",
        ("Oidc:Authority", $"http://127.0.0.1:{Port}"),
        ("Oidc:ClientId", "compass"),
        ("Oidc:ClientSecret", "a secret: with % and + in it"),
        ("Oidc:Name", "Beacon"),
        ("Oidc:Register", "true")
    );

    public Task InitializeAsync() => stage.InitializeAsync();

    public Task DisposeAsync() => stage.DisposeAsync();

    [NodeFact]
    public async Task A_person_comes_by_the_provider_unlinks_it_and_links_it_again()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RouteAsync("https://fonts.googleapis.com/**", route =>
            route.FulfillAsync(new() { ContentType = "text/css", Body = "" })
        ); // the provider's forms require it

        // The provider starts after the app
        await page.GotoAsync("/account/sign-in");
        await page.PressAsync("Sign in with Beacon");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Beacon cannot be reached right now");
        await visitor.CheckPageAsync();
        using var peer = await NodePeer.StartAsync(
            "oidc",
            ("REDIRECT_URIS", $"[\"{stage.App.Address}account/oidc/callback\"]"),
            ("PORT", Port.ToString(CultureInfo.InvariantCulture))
        );

        await page.PressAsync("Sign in with Beacon");
        await AnswerAsync(page, "robin@example.org");
        await page.IsTitledAsync("Create your account");
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await visitor.CheckPageAsync();
        await page.PressAsync("Create account");
        await page.IsTitledAsync("Where do you want your career to go?");

        await page.GotoAsync("/settings/linked");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("This is your only way to sign in");
        await visitor.CheckPageAsync();
        await page.GotoAsync("/settings/delete");
        await Expect(page.GetByLabel("Your e-mail address")).ToBeVisibleAsync();
        await visitor.CheckPageAsync();
        await page.GotoAsync("/settings/password");
        await visitor.CheckPageAsync();
        await page.GetByLabel("New password").FillAsync("a long password");
        await page.PressAsync("Set password");

        await page.GotoAsync("/settings/linked");
        await page.PressAsync("Unlink");
        await page.PressAsync("Link Beacon");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You can now sign in with Beacon");
        await visitor.CheckPageAsync();
    }

    private static async Task AnswerAsync(IPage page, string login)
    {
        await page.Locator("input[name=login]").FillAsync(login);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("button[type=submit]").ClickAsync();
    }
}
