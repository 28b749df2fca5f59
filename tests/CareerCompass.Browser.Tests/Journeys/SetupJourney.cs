using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class SetupJourney(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Dark, true)]
    public async Task A_person_walks_from_a_direction_to_a_route_by_keyboard(
        int width,
        ColorScheme scheme,
        bool scripts
    )
    {
        await using var visitor = await stage.VisitAsync(width, scheme, scripts);
        var page = visitor.Page;
        await page.GotoAsync("/account/register");
        await page.GetByLabel("Your name").FillAsync("Robin");
        await page.GetByLabel("E-mail address").FillAsync($"robin{width}{scheme}@example.org");
        await page.GetByLabel("Password").FillAsync("a long password");
        await page.GetByLabel("Time zone").SelectOptionAsync("Europe/Berlin");
        await page.PressAsync("Create account");

        await page.IsTitledAsync("Where do you want your career to go?");
        await EnterAsync(page, AriaRole.Link, "Skip for now");
        await page.IsTitledAsync("Today");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Link, "Set your course");

        await page.IsTitledAsync("Where do you want your career to go?");
        await Expect(page.GetByLabel("My direction")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Away from fires, towards building teams.");
        await visitor.CheckPageAsync();
        await TabToAsync(page, "Continue");
        await page.IsTitledAsync("What do you want to work on?");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Link, "A promotion");
        await page.IsTitledAsync("A promotion");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Button, "Use this template");

        await Expect(page.GetByLabel("What do you want to achieve?")).ToBeFocusedAsync();
        await visitor.CheckPageAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("What will you reach along the way?");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Button, "Save and leave for now");
        await page.SeesAsync("You left off at step 4 of 7");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Link, "Continue where you left off");
        await page.GetByLabel("Milestone 1", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.IsTitledAsync("Which steps lead there?");
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "[...document.querySelectorAll('textarea')].filter((field) => field.scrollHeight > "
                    + "field.clientHeight + 2 || field.scrollWidth > field.clientWidth).length"
            )
        );

        await page.IsTitledAsync("Which steps lead there?");
        await visitor.CheckPageAsync();
        await page.GetByLabel("Time for task 1", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("2:00");
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("How many hours a week do you have?");
        await visitor.CheckPageAsync();
        await page.GetByLabel("Hours a week for your career").FillAsync("4");
        await page.SeesAsync("of work at 4 h a week.");
        await EnterAsync(page, AriaRole.Button, "Choose 3 h");
        await page.IsTitledAsync("This is your route");
        await page.SeesAsync("of work at 3 h a week");
        await Expect(page.Locator(".week").First).ToBeVisibleAsync();
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Button, "Open the goal");
        await page.SeesAsync("Your plan is ready.");
        await page.HasStartedAsync();

        var tick = page.Locator(".tasks button.tick").Last;
        await tick.FocusAsync();
        await page.EvaluateAsync("window.same = true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("How long did it take?")).ToBeInViewportAsync();
        await visitor.CheckPageAsync();
        await page.Keyboard.PressAsync("h");
        await Expect(page.GetByLabel("How long did it take?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("45m");
        await page.Keyboard.PressAsync("Enter");
        await page.SeesAsync("45 min logged for");
        Assert.True(await page.EvaluateAsync<bool>("window.same"));
        await page.ChangeCourseAsync("Save as a template");
        await page.IsTitledAsync("Save as a template");
        await visitor.CheckPageAsync();
        await EnterAsync(page, AriaRole.Button, "Save as a template");
        await EnterAsync(page, AriaRole.Link, "Rename or delete");
        await page.IsTitledAsync("Your template");
        await visitor.CheckPageAsync();
    }

    private static async Task EnterAsync(IPage page, AriaRole role, string name)
    {
        var target = page.GetByRole(AriaRole.Main).GetByRole(role, new() { Name = name, Exact = true }).First;
        await target.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        for (
            var tab = 0;
            tab < 10 && !await button.EvaluateAsync<bool>("button => button === document.activeElement");
            tab++
        )
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(button).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
