using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>Takes the pictures of the README from the demo account. <c>bench/screenshots.sh</c> keeps them.</summary>
public sealed class ScreenshotJourney(Stage stage) : IClassFixture<Stage>
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("CAREERCOMPASS_SCREENSHOTS")
        ?? Path.Combine(AppContext.BaseDirectory, "screenshots");

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_demo_shows_Today_a_route_and_a_review(ColorScheme scheme)
    {
        await using var visitor = await stage.VisitAsync(scheme: scheme);
        var page = visitor.Page;
        await page.GotoAsync("/welcome");
        await page.PressAsync("Try the demo");
        await page.IsTitledAsync("Today");
        await TakeAsync(page, "today", scheme);

        await page.GotoAsync("/goals");
        await page.Locator("main a[href*='/goals/0']").First.ClickAsync();
        await page.Locator("main svg").First.WaitForAsync();
        await TakeAsync(page, "route", scheme);

        await page.GotoAsync("/reviews");
        await page.Locator("main a[href*='/reviews/0']").First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await TakeAsync(page, "review", scheme);
    }

    private static async Task TakeAsync(IPage page, string name, ColorScheme scheme)
    {
        var file = Path.Combine(Folder, $"{name}-{scheme.ToString().ToLowerInvariant()}.png");
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(new FileInfo(file).Length, 20_000, 400_000);
    }
}
