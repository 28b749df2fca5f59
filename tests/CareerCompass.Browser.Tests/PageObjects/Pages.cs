using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.PageObjects;

internal static class Pages
{
    public static async Task RegisterAsync(this IPage page, string name, string email, string password)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await Assertions.Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await page.PressAsync("Create account");
        await page.IsTitledAsync("Where do you want your career to go?");
        await page.FollowAsync("Skip for now");
        await page.IsTitledAsync("Today");
    }

    public static async Task SetGoalAsync(this IPage page, string title, DateOnly target)
    {
        await page.GotoAsync("/goals/new");
        await page.GetByLabel("What do you want to achieve?").FillAsync(title);
        await page.GetByLabel("Why does it matter?").FillAsync("Because it is mine.");
        await page.GetByLabel("Target date").FillAsync(target.ToString("O"));
        await page.PressAsync("Create goal");
    }

    /// <summary>Adds small tasks in the focused row and ticks them, so that there is evidence for a forecast.</summary>
    public static async Task FinishTasksAsync(this IPage page, params string[] titles)
    {
        foreach (var title in titles)
        {
            await page.AddTaskByKeyboardAsync(title, "30m");
        }

        foreach (var title in titles)
        {
            await page.PressAsync($"Done: {title}");
            await Assertions
                .Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Reopen: {title}" }))
                .ToBeVisibleAsync();
        }
    }

    public static async Task AddTaskByKeyboardAsync(this IPage page, string title, string estimate)
    {
        await Assertions
            .Expect(page.Locator(".add:not(#add-milestone) > [name='Input.Title']:focus"))
            .ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(estimate);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Task added: {title}");
    }

    public static async Task AddMilestoneAsync(this IPage page, string title, DateOnly date)
    {
        await page.GetByLabel("New milestone").FillAsync(title);
        await page.Locator("#milestone-date").FillAsync(date.ToString("O"));
        await page.PressAsync("Add milestone");
    }

    /// <summary>Waits until the page's scripts have started. Use only for features that need them.</summary>
    public static Task HasStartedAsync(this IPage page) => page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

    public static Task PressAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = name, Exact = true })
            .First.ClickAsync();

    public static Task FollowAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    public static async Task ChangeCourseAsync(this IPage page, string name)
    {
        await page.GetByRole(AriaRole.Main).Locator("summary", new() { HasText = "Make a decision" }).ClickAsync();
        await page.Locator(".menu[open]").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    public static Task SeesAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    public static Task IsTitledAsync(this IPage page, string title) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
}
