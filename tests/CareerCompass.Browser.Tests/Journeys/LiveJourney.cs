using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class LiveJourney(Stage stage) : IClassFixture<Stage>
{
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_plan_is_worked_on_by_keyboard_alone()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "keys@example.org");
        await page.EvaluateAsync("window.same = true");

        await ReachAsync(page, "Done: One");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done: One");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reopen: One", Exact = true })).ToBeFocusedAsync();
        await visitor.CheckPageAsync();

        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Reopened: One");
        await Expect(Tasks(page)).ToHaveTextAsync(["One", "Two", "Three"]);

        await ReachAsync(page, "Move down: One");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "One", "Three"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move down: One", Exact = true }))
            .ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "Three", "One"]);

        await page.GetByLabel("New task", new() { Exact = true }).FocusAsync();
        await page.AddTaskByKeyboardAsync("Four", "2");
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "Three", "One", "Four"]);

        Assert.True(await page.EvaluateAsync<bool>("window.same"));
        await page.Keyboard.TypeAsync("Five");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("soon");
        await page.Keyboard.PressAsync("Enter");
        await page.IsTitledAsync("New task");
        await Expect(page.GetByLabel("Task", new() { Exact = true })).ToHaveValueAsync("Five");
    }

    [Fact]
    public async Task A_row_is_dragged_to_its_place_and_the_note_takes_it_back()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "drag@example.org");

        await page.Locator(".tasks li").First.HoverAsync();
        await page.Locator(".tasks li .grip").First.HoverAsync();
        await page.Mouse.DownAsync();
        var last = (await page.Locator(".tasks li").Last.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(last.X + 20, last.Y + (last.Height * 0.8f), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Moved: One");
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "Three", "One"]);
        await page.ReloadAsync();
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "Three", "One"]);

        await page.PressAsync("Move up: One");
        await page.PressAsync("Undo");
        await Expect(Tasks(page)).ToHaveTextAsync(["Two", "Three", "One"]);
    }

    [Fact]
    public async Task Several_ticks_in_a_row_are_all_kept()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "quick@example.org");

        await page.EvaluateAsync("document.querySelectorAll('.tasks .tick').forEach((tick) => tick.click())");

        await Expect(page.Locator(".tasks .done")).ToHaveCountAsync(3);
        await page.ReloadAsync();
        await Expect(page.Locator(".tasks .done")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task An_answer_that_arrives_late_takes_neither_the_cursor_nor_what_is_typed()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "typing@example.org");
        var title = page.GetByLabel("New task", new() { Exact = true });
        var answer = await HoldTicksAsync(page);

        await page.PressAsync("Done: One");
        await title.FocusAsync();
        await page.Keyboard.TypeAsync("Fo");
        answer.SetResult();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done: One");
        await page.Keyboard.TypeAsync("ur");
        await Expect(title).ToHaveValueAsync("Four");

        await ReachAsync(page, "Done: Two");
        answer = await HoldTicksAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await ReachAsync(page, "Done: Three");
        answer.SetResult();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done: Two");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Done: Three", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_task_added_while_another_answer_is_awaited_is_added_once()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "queue@example.org");
        var title = page.GetByLabel("New task", new() { Exact = true });
        var tick = await HoldTicksAsync(page);
        var added = await HoldAsync(page, "**/tasks/new");

        await page.PressAsync("Done: One");
        await title.FocusAsync();
        await page.Keyboard.TypeAsync("Four");
        await page.Keyboard.PressAsync("Enter");
        tick.SetResult();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done: One");
        await page.Keyboard.PressAsync("Enter");
        added.SetResult();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Task added: Four");
        await Expect(title).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Expect(Tasks(page)).ToHaveTextAsync(["One", "Two", "Three", "Four"]);
    }

    [Fact]
    public async Task An_answer_does_not_come_between_the_two_halves_of_a_press()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "halves@example.org");
        var answer = await HoldTicksAsync(page);

        await page.PressAsync("Done: One");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done: Two", Exact = true }).HoverAsync();
        await page.Mouse.DownAsync();
        await page.RunAndWaitForRequestFinishedAsync(
            () =>
            {
                answer.SetResult();
                return Task.CompletedTask;
            },
            new() { Predicate = request => request.Method == "GET" }
        );
        await page.EvaluateAsync("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.Mouse.UpAsync();

        await Expect(page.Locator(".tasks .done")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_takes_much_with_it_asks_first_and_the_keys_are_listed_in_place()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page, "ask@example.org");

        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(keys).ToBeVisibleAsync();
        await visitor.CheckPageAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToHaveCountAsync(0);

        await page.FollowAsync("Edit");
        await page.IsTitledAsync("Edit goal");
        await page.HasStartedAsync();
        await page.PressAsync("Move to Trash");
        var ask = page.GetByRole(AriaRole.Dialog);
        await visitor.CheckPageAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.IsTitledAsync("Edit goal");
        await page.PressAsync("Move to Trash");
        await ask.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await page.SeesAsync("is in Trash");
        await page.PressAsync("Undo");
        await page.IsTitledAsync("Lead a team");
    }

    private async Task PlanAsync(IPage page, string email)
    {
        await page.RegisterAsync("Robin Vale", email, "a long password");
        await page.SetGoalAsync("Lead a team", today.AddDays(40));
        foreach (var task in new[] { "One", "Two", "Three" })
        {
            await page.GetByLabel("New task", new() { Exact = true }).FocusAsync();
            await page.AddTaskByKeyboardAsync(task, "1");
        }

        await page.HasStartedAsync();
    }

    private static Task<TaskCompletionSource> HoldTicksAsync(IPage page) => HoldAsync(page, "**/tick");

    private static async Task<TaskCompletionSource> HoldAsync(IPage page, string address)
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(address, async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        return released;
    }

    private static async Task ReachAsync(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        for (var tabs = 0; tabs < 100; tabs++)
        {
            if (await button.EvaluateAsync<bool>("button => button === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"“{name}” cannot be reached by keyboard.");
    }

    private static ILocator Tasks(IPage page) => page.Locator(".tasks a");
}
