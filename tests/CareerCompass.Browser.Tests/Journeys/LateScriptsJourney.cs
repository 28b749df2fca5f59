using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>A press or a key before the scripts have started does what it does without them, and they undo nothing.</summary>
public sealed class LateScriptsJourney(Stage stage) : IClassFixture<Stage>
{
    private const string Password = "a long password";

    public enum Scripts
    {
        Off,
        Late,
        Running,
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.Late)]
    [InlineData(Scripts.Running)]
    public async Task Enter_in_a_line_of_the_setup_leads_on(Scripts scripts)
    {
        await using var visitor = await stage.VisitAsync(390, scripts: scripts != Scripts.Off);
        var page = visitor.Page;
        var milestones = await MilestonesAsync(page, $"lines-{scripts}@example.org");
        if (scripts == Scripts.Late)
        {
            await HeldScripts.HoldAsync(page);
        }

        await OpenAsync(page, milestones);
        await page.GetByLabel("Milestone 1", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("Which steps lead there?");
        await page.GetByLabel("Task 1", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("How many hours a week do you have?");
    }

    /// <summary>Opens a page without waiting for its scripts.</summary>
    private static Task OpenAsync(IPage page, string path) =>
        page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });

    /// <summary>Sets a goal from a template.</summary>
    /// <returns>The address of its milestones in the set-up.</returns>
    private static async Task<string> MilestonesAsync(IPage page, string email)
    {
        await page.RegisterAsync("Robin", email, Password);
        await page.GotoAsync("/setup/goals/new?template=promotion");
        await page.PressAsync("Continue");
        await page.IsTitledAsync("What will be true on the way?");
        return page.Url;
    }
}
