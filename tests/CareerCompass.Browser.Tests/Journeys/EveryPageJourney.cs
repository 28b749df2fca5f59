using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>Every page of the demo account, light and dark, wide and narrow: axe finds nothing and nothing sticks out.</summary>
public sealed class EveryPageJourney(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task No_page_has_a_barrier(int width, ColorScheme scheme)
    {
        await using var visitor = await stage.VisitAsync(width, scheme);
        var page = visitor.Page;
        foreach (var path in new[] { "/welcome", "/account/register", "/account/sign-in", "/account/forgot", "/account/reset/unknown", "/account/confirm/unknown" })
        {
            await page.GotoAsync(path);
            await visitor.CheckPageAsync();
        }

        await page.GotoAsync("/welcome");
        await page.PressAsync("Look around in a demo account");
        await page.IsTitledAsync("Today");
        var goal = await PathAsync(page, "/goals", "/goals/0");
        var review = await PathAsync(page, "/reviews", "/reviews/0");
        var past = await PathAsync(page, "/reviews", "/reviews/0", last: true);
        var task = await PathAsync(page, goal, "/tasks/0");
        var milestone = await PathAsync(page, goal, "/milestones/0");
        foreach (var path in new[]
        {
            "/", "/goals", "/goals/new", goal, $"{goal}/edit", $"{goal}/history", $"{goal}/history/1", $"{goal}/milestones/new", $"{goal}/tasks/new",
            $"{goal}/reschedule", $"{goal}/rescope", $"{goal}/pause", $"{goal}/retire", $"{goal}/achieve", $"{goal}/resume", task, milestone,
            "/reviews", review, $"{review}{goal}", $"{review}/finish", past, "/efforts", "/efforts/new", "/trash", "/settings", "/settings/password",
            "/settings/security", "/settings/security/authenticator", "/settings/security/passkeys/new", "/settings/export", "/settings/delete", "/help",
        })
        {
            await page.GotoAsync(path);
            await visitor.CheckPageAsync();
        }
    }

    [Fact]
    public async Task The_loop_works_without_scripts()
    {
        await using var visitor = await stage.VisitAsync(390, scripts: false);
        var page = visitor.Page;
        await page.GotoAsync("/account/register");
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Password").FillAsync("a long password");
        await page.GetByLabel("Time zone").SelectOptionAsync("Asia/Tokyo");
        await page.PressAsync("Create the account");
        await page.SetGoalAsync("Pass the exam", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1));
        await page.GetByLabel("New task").FillAsync("Read chapter one");
        await page.PressAsync("Add task");
        await page.PressAsync("Done: Read chapter one");
        await page.SeesAsync("100 %");
        await page.FollowAsync("Retire");
        await page.GetByLabel("Why?").FillAsync("No longer mine");
        await page.PressAsync("Retire");
        await page.SeesAsync("No longer pursued.");
    }

    /// <summary>The path of the first (or last) link on a page that starts so, without its query.</summary>
    private static async Task<string> PathAsync(IPage page, string on, string start, bool last = false)
    {
        await page.GotoAsync(on);
        var links = page.GetByRole(AriaRole.Main).Locator($"a[href^='{start}']");
        return (await (last ? links.Last : links.First).GetAttributeAsync("href"))!;
    }
}
