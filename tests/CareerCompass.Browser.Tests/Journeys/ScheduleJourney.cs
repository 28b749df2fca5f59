using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class ScheduleJourney(Stage stage) : IClassFixture<Stage>
{
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_task_is_moved_to_another_week_by_keyboard_and_by_dragging()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin Vale", "robin@example.org", "a long password");
        await page.SetGoalAsync("Lead a team", today.AddDays(300));
        await page.AddMilestoneAsync("First project", today.AddDays(200));
        await page.GetByLabel("New task for “First project”").FocusAsync();
        await page.AddTaskByKeyboardAsync("Draft the plan", "20m");
        await page.GotoAsync("/schedule");
        await page.HasStartedAsync();
        var weeks = page.Locator(".week");
        await Expect(weeks.Nth(0)).ToContainTextAsync("Draft the plan");
        await visitor.CheckPageAsync();

        var later = page.GetByRole(AriaRole.Button, new() { Name = "A week later: Draft the plan" });
        await later.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(weeks.Nth(1)).ToContainTextAsync("Draft the plan");
        await Expect(weeks.Nth(1)).ToContainTextAsync("pinned");
        await Expect(weeks.Nth(0)).Not.ToContainTextAsync("Draft the plan");

        await page.GetByRole(AriaRole.Link, new() { Name = "Draft the plan" }).HoverAsync();
        await page.Locator("[data-task]").First.DragToAsync(weeks.Nth(3));
        await Expect(weeks.Nth(3)).ToContainTextAsync("Draft the plan");
        await page.ReloadAsync();
        await Expect(weeks.Nth(3)).ToContainTextAsync("Draft the plan");
        await visitor.CheckPageAsync();
    }
}
