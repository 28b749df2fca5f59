using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>
/// Before scripts have started, clicks and keys work as without them, and a late start undoes nothing.
/// </summary>
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
        var (state, milestones) = await SetGoalAsync($"lines-{scripts}@example.org");
        await using var visitor = await stage.VisitAsync(390, scripts: scripts != Scripts.Off, state: state);
        var page = visitor.Page;
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

    [Fact]
    public async Task A_line_that_is_being_typed_in_stays_and_the_others_grow()
    {
        var (state, milestones) = await SetGoalAsync("grow@example.org");
        await using var visitor = await stage.VisitAsync(390, state: state);
        var page = visitor.Page;
        var scripts = await HeldScripts.HoldAsync(page);
        var first = page.GetByLabel("Milestone 1", new() { Exact = true });
        var second = page.GetByLabel("Milestone 2", new() { Exact = true });

        await OpenAsync(page, milestones);
        await first.ClearAsync();
        await page.Keyboard.TypeAsync("First ");
        scripts.Release();
        await Expect(page.Locator("textarea#Input_Rows_1__Title")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("of all");
        await Expect(first).ToHaveValueAsync("First of all");
        await second.FillAsync("Then\nthis");
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("Which steps lead there?");

        await page.GotoAsync(milestones);
        await Expect(first).ToHaveValueAsync("First of all");
        await Expect(second).ToHaveValueAsync("Then this");
    }

    [Fact]
    public async Task What_was_typed_in_a_line_is_there_after_going_back()
    {
        var (state, milestones) = await SetGoalAsync("back@example.org");
        await using var visitor = await stage.VisitAsync(390, state: state);
        var page = visitor.Page;
        var title = page.GetByLabel("Milestone 2", new() { Exact = true });
        await page.GotoAsync(milestones);
        await title.FillAsync("Not sent yet");
        await page.GotoAsync("/goals");
        await page.GoBackAsync();
        await Expect(title).ToHaveValueAsync("Not sent yet");
    }

    [Fact]
    public async Task Hours_that_were_typed_early_are_counted()
    {
        var (state, milestones) = await SetGoalAsync("hours@example.org");
        await using var visitor = await stage.VisitAsync(state: state);
        var page = visitor.Page;
        var scripts = await HeldScripts.HoldAsync(page);

        await OpenAsync(page, milestones.Replace("/milestones", "/hours", StringComparison.Ordinal));
        await page.GetByLabel("Hours a week for your career").FillAsync("4");
        scripts.Release();
        await page.SeesAsync("of work at 4 h a week.");
    }

    [Fact]
    public async Task Shares_that_were_typed_early_are_added_up()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", "shares@example.org", Password);
        var scripts = await HeldScripts.HoldAsync(page);

        await OpenAsync(page, "/direction/areas");
        await page.GetByLabel("Share of area 1 in percent").FillAsync("37");
        scripts.Release();
        await Expect(page.Locator("form output")).ToContainTextAsync("37");
    }

    [Fact]
    public async Task A_time_zone_that_was_chosen_early_stays()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        var scripts = await HeldScripts.HoldAsync(page);

        await OpenAsync(page, "/account/register");
        await page.GetByLabel("Time zone").SelectOptionAsync("Asia/Tokyo");
        scripts.Release();
        await page.HasStartedAsync();
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Tokyo");
    }

    [Fact]
    public async Task A_draft_replaces_nothing_that_was_typed_early()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", "draft@example.org", Password);
        await page.GotoAsync("/goals/new");
        await page.GetByLabel("What do you want to achieve?").FillAsync("The old title");
        await page.GetByLabel("Why does it matter?").FillAsync("The old reason");
        var scripts = await HeldScripts.HoldAsync(page);

        await OpenAsync(page, "/goals/new?again");
        await page.GetByLabel("What do you want to achieve?").FillAsync("The new title");
        scripts.Release();
        await Expect(page.GetByLabel("Why does it matter?")).ToHaveValueAsync("The old reason");
        await Expect(page.GetByLabel("What do you want to achieve?")).ToHaveValueAsync("The new title");
        await page.GotoAsync("/goals/new");
        await Expect(page.GetByLabel("What do you want to achieve?")).ToHaveValueAsync("The new title");
    }

    [Fact]
    public async Task A_draft_leaves_what_the_buttons_mean()
    {
        const string Buttons = "[...document.querySelectorAll('form[data-draft] button')].map(({ value }) => value)";
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/welcome");
        await page.PressAsync("Try the demo");
        await page.IsTitledAsync("Today");
        await page.GotoAsync("/prompts");
        await page.Locator("a[href*='/decline']").First.ClickAsync();
        await page.GetByLabel("Or in your own words").FillAsync("Not now");
        var meant = await page.EvaluateAsync<string[]>(Buttons);

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Or in your own words")).ToHaveValueAsync("Not now");
        Assert.Equal(meant, await page.EvaluateAsync<string[]>(Buttons));
    }

    [Fact]
    public async Task A_draft_from_before_an_early_press_does_not_silently_replace_what_was_sent()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", "sent@example.org", Password);
        await page.GotoAsync("/setup/direction");
        await page.GetByLabel("My direction").FillAsync("A first thought");
        await page.PressAsync("Continue");
        await page.IsTitledAsync("What do you want to work on?");
        await page.GotoAsync("/setup/direction");
        await page.GetByLabel("My direction").FillAsync("An old thought");
        await page.GotoAsync("/goals");
        var scripts = await HeldScripts.HoldAsync(page);
        await OpenAsync(page, "/setup/direction");
        await page.GetByLabel("My direction").FillAsync("What I want");
        await page.PressAsync("Continue");
        await page.IsTitledAsync("What do you want to work on?");
        scripts.Release();

        await page.GotoAsync("/setup/direction");
        await Expect(page.GetByLabel("My direction")).ToHaveValueAsync("An old thought");
        await page.PressAsync("Continue");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This was changed in another tab");
        await Expect(page.GetByLabel("My direction")).ToHaveValueAsync("An old thought");
    }

    [Fact]
    public async Task A_draft_is_not_shown_to_the_next_person_after_an_early_sign_out()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", "left@example.org", Password);
        await page.GotoAsync("/goals/new");
        await page.GetByLabel("What do you want to achieve?").FillAsync("My secret goal");
        var scripts = await HeldScripts.HoldAsync(page);
        await OpenAsync(page, "/help");
        await page.Locator(".menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.SeesAsync("You are signed out.");
        scripts.Release();

        await page.RegisterAsync("Kim", "next@example.org", Password);
        await page.GotoAsync("/goals/new");
        await Expect(page.GetByLabel("What do you want to achieve?")).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("What do you want to achieve?")] // has the focus when the page opens
    [InlineData("Why does it matter?")]
    public async Task The_cursor_is_not_moved_while_a_person_types(string label)
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", $"cursor{label.Length}@example.org", Password);
        var scripts = await HeldScripts.HoldAsync(page);
        await OpenAsync(page, "/goals/new");
        await page.GetByLabel("What do you want to achieve?").FillAsync("A goal");
        await page.GetByLabel("Target date").FillAsync("2001-01-01");
        await page.PressAsync("Create goal");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await page.GetByLabel(label).FillAsync("Bef");
        scripts.Release();
        await page.HasStartedAsync();
        await page.Keyboard.TypeAsync("ore");
        await Expect(page.GetByLabel(label)).ToHaveValueAsync("Before");
    }

    [Fact]
    public async Task A_passkey_cannot_be_asked_for_before_the_script_that_makes_it()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", "key@example.org", Password);
        var scripts = await HeldScripts.HoldAsync(page);
        await OpenAsync(page, "/settings/security/passkeys/new");
        await page.GetByLabel("Name").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create passkey" })).ToBeDisabledAsync();

        scripts.Release();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create passkey" })).ToBeEnabledAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    private static Task OpenAsync(IPage page, string path) =>
        page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });

    private async Task<(string State, string Milestones)> SetGoalAsync(string email)
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin", email, Password);
        await page.GotoAsync("/setup/goals/new?template=promotion");
        await page.PressAsync("Continue");
        await page.IsTitledAsync("What will you reach along the way?");
        return (await visitor.StateAsync(), page.Url);
    }
}
