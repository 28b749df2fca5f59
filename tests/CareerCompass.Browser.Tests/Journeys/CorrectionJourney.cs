using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Jobs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed class CorrectionJourney(Stage stage) : IClassFixture<Stage>
{
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_prompt_leads_to_a_remedy_its_preview_the_replay_and_back()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await PlanAsync(page);
        await RemedyAsync(visitor, page);
        await ReplayAsync(visitor, page);
        await UndoAsync(visitor, page);
        await OtherRemediesAsync(visitor, page);
    }

    private async Task PlanAsync(IPage page)
    {
        await page.RegisterAsync("Robin Vale", "robin@example.org", "a long password");
        await page.SetGoalAsync("Lead a team", today.AddDays(60));
        await page.AddMilestoneAsync("Portfolio", today.AddDays(40));
        await page.GetByLabel("New task for “Portfolio”").FocusAsync();
        await page.AddTaskByKeyboardAsync("Write the case", "80");
        await page.AddTaskByKeyboardAsync("Show it around", "60");
        await page.FinishTasksAsync("Read one", "Read two", "Read three");
        stage.App.MoveClock(TimeSpan.FromDays(1));
        await stage.App.RecordOffCourseAsync(today.AddDays(1));
        await stage.App.RunAsync(RecurringJob.Reviews);
    }

    private async Task RemedyAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/prompts");
        var prompt = page.Locator("article.prompt").First;
        await Expect(prompt).ToContainTextAsync("Lead a team");
        await prompt.Locator("a[href*='/reschedule']").First.ClickAsync();
        await page.IsTitledAsync("Reschedule");

        // By keyboard: Enter in the date shows the preview and moves the focus there
        await page.GetByLabel("New target date").FillAsync(today.AddDays(1500).ToString("O"));
        await page.GetByLabel("New target date").PressAsync("Enter");
        await Expect(page.Locator("#preview")).ToBeFocusedAsync();
        await page.SeesAsync("Nothing is saved yet");
        await Expect(page.Locator("#preview .badge")).ToHaveTextAsync(["Off course", "On course"]);
        await visitor.CheckPageAsync();
        await page.GetByLabel("Why?").FillAsync("It is twice the work I thought");
        await page.GetByLabel("Underestimated").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).PressAsync("Enter");
        await page.SeesAsync("Rescheduled.");
    }

    private static async Task ReplayAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/goals");
        await page.FollowAsync("Lead a team");
        await page.FollowAsync("History");
        await page.SeesAsync("It is twice the work I thought");
        await Expect(page.Locator("#stood svg.long .ghost")).Not.ToHaveCountAsync(0);
        await visitor.CheckPageAsync();
        var slider = page.GetByLabel("Replay");
        await Expect(slider).ToBeVisibleAsync();
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("#stood")).ToContainTextAsync("Goal created");
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("#stood")).ToContainTextAsync("Rescheduled");
        await page.Keyboard.PressAsync("Home");
        await page.PressAsync("Play");
        await Expect(page.Locator("#stood")).ToContainTextAsync("Rescheduled");
        await visitor.CheckPageAsync();
    }

    private static async Task UndoAsync(Visitor visitor, IPage page)
    {
        await page.Locator(".story li").First.GetByRole(AriaRole.Button).ClickAsync();
        await page.SeesAsync("Undone. Everything is back to how it was.");
        await Expect(page.Locator(".story h3").First).ToHaveTextAsync("Undone: Rescheduled");
        await visitor.CheckPageAsync();
        await page.GetByLabel("Show plan as of").FillAsync("2020-01-01");
        await page.PressAsync("Show");
        await page.SeesAsync("did not exist yet");
        await visitor.CheckPageAsync();
    }

    private static async Task OtherRemediesAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/goals");
        await page.FollowAsync("Lead a team");
        await page.ChangeCourseAsync("Increase hours");
        await page.GetByLabel("Hours a week").FillAsync("20");
        await page.PressAsync("Preview");
        await visitor.CheckPageAsync();
        await page.GetByLabel("Why?").FillAsync("A quiet quarter ahead");
        await page.PressAsync("Apply");
        await page.FollowAsync("Portfolio");
        await page.FollowAsync("Split it in two");
        await page.GetByLabel("What will be true first?").FillAsync("A first draft");
        await page.GetByLabel("Why?").FillAsync("To see sooner");
        await page.PressAsync("Preview");
        await visitor.CheckPageAsync();
        await page.PressAsync("Apply");
        await page.SeesAsync("A first draft");
        await page.ChangeCourseAsync("Start a new path");
        await page.GetByLabel("What do you want to achieve instead?").FillAsync("Go freelance");
        await page.GetByLabel("Show it around").CheckAsync();
        await page.GetByLabel("Why?").FillAsync("No opening in sight");
        await page.PressAsync("Preview");
        await visitor.CheckPageAsync();
        await page.PressAsync("Apply");
        await page.IsTitledAsync("Go freelance");
        await page.SeesAsync("New path after");
    }
}
