using System.Text.RegularExpressions;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Jobs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

public sealed partial class LoopJourney(Stage stage) : IClassFixture<Stage>
{
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_person_sets_tracks_reviews_and_corrects()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;

        await StartAsync(visitor, page);
        await SetAsync(visitor, page);
        await TrackAsync(visitor, page);
        await ReviewAsync(visitor, page);
        await CorrectAsync(visitor, page);
        await UnsubscribeAsync(visitor, page);
    }

    private static async Task StartAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/");
        await page.IsTitledAsync("Manage your career, week by week.");
        await visitor.CheckPageAsync();
        await page.RegisterAsync("Robin Vale", "robin@example.org", "a long password");
        await visitor.CheckPageAsync();

        await page.GotoAsync("/admin/mail");
        await page.IsTitledAsync("Mail");
        await visitor.CheckPageAsync();
        await page.GotoAsync("/settings");
        await Expect(page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await visitor.CheckPageAsync();
    }

    private async Task SetAsync(Visitor visitor, IPage page)
    {
        await page.SetGoalAsync("Lead a team", today.AddDays(40));
        await page.AddMilestoneAsync("First project", today.AddDays(20));
        await Expect(page.Locator("#milestone-title")).ToBeFocusedAsync();
        await page.GetByLabel("New task for “First project”").FocusAsync();
        await page.AddTaskByKeyboardAsync("Talk to Kim", "1,5");
        await page.AddTaskByKeyboardAsync("Draft the plan", "30");
        await page.AddTaskByKeyboardAsync("Run the pilot", "65");
        await Expect(page.Locator(".leg").First.Locator(".tasks li")).ToHaveCountAsync(3);
        await Expect(page.Locator("figure.route svg.long")).ToBeVisibleAsync();
        await visitor.CheckPageAsync();
    }

    private static async Task TrackAsync(Visitor visitor, IPage page)
    {
        await page.GetByLabel("New task for “First project”").FocusAsync();
        await page.FinishTasksAsync("Read one", "Read two", "Read three");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("45m");
        await page.PressAsync("Log time");
        await page.SeesAsync("45 min logged");

        await page.GotoAsync("/");
        await page.SeesAsync("First project");
        await page.PressAsync("Done: Talk to Kim");
        await page.SeesAsync("Done today");
        await page.PressAsync("Reopen: Talk to Kim");
        await page.PressAsync("Done: Talk to Kim");
        await visitor.CheckPageAsync();
    }

    private async Task ReviewAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/reviews");
        await page.SeesAsync("No reviews yet");
        stage.App.MoveClock(TimeSpan.FromDays(8));
        await stage.App.RecordOffCourseAsync(today.AddDays(8));
        Assert.Equal(1, await stage.App.RunAsync(RecurringJob.Reviews));
        Assert.Equal(1, await stage.App.RunAsync(RecurringJob.Delivery));

        var link = ReviewLink().Match(stage.App.NewestMail()).Value;
        Assert.StartsWith(stage.App.Address.ToString(), link, StringComparison.Ordinal);
        await page.GotoAsync(link);
        await page.SeesAsync("Talk to Kim");
        await visitor.CheckPageAsync();
        await page.FollowAsync("Start");
        await page.IsTitledAsync("Lead a team");
        await page.SeesAsync("of work is left. Plan:");
        await visitor.CheckPageAsync();

        await page.GetByLabel("What is in the way?").FillAsync("Too little time");
        await page.FollowAsync("Move to the likely date");
        await page.GetByLabel("Why?").FillAsync("The estimates were too low");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("to the cautious date") }).ClickAsync();
        await Expect(page.GetByLabel("Why?")).ToHaveValueAsync("The estimates were too low");
        await page.GetByLabel("Underestimated").CheckAsync();
        await page.PressAsync("Update preview");
        await Expect(page.Locator("#preview")).ToBeFocusedAsync();
        await visitor.CheckPageAsync();
        await page.PressAsync("Apply");
        await page.IsTitledAsync("Lead a team");
        await Expect(page.GetByLabel("What is in the way?")).ToHaveValueAsync("Too little time");

        await page.GetByLabel("As planned").CheckAsync();
        await page.GetByLabel("7", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("What is the next step?").FillAsync("Book the room");
        await page.PressAsync("Save and continue to the last step");
        await page.GetByLabel("In your own words").FillAsync("Ask earlier");
        await visitor.CheckPageAsync();
        await page.PressAsync("Finish the review");
        await page.SeesAsync("Ask earlier");
        await page.SeesAsync("Book the room");
        await visitor.CheckPageAsync();
    }

    private async Task CorrectAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync("/goals");
        await visitor.CheckPageAsync();
        await page.FollowAsync("Lead a team");
        await page.ChangeCourseAsync("Cut scope");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Run the pilot" }).SelectOptionAsync("drop");
        await page.GetByLabel("Why?").FillAsync("Not needed");
        await visitor.CheckPageAsync();
        await page.PressAsync("Preview");
        await page.PressAsync("Apply");
        await page.ChangeCourseAsync("Pause");
        await page.GetByLabel("Until").FillAsync(today.AddDays(60).ToString("O"));
        await page.GetByLabel("Why?").FillAsync("A season of rest");
        await page.PressAsync("Preview");
        await page.PressAsync("Apply");
        await page.SeesAsync("Paused until");
        await page.ChangeCourseAsync("Resume");
        await page.PressAsync("Resume");
        await page.ChangeCourseAsync("Mark achieved");
        await page.GetByLabel("What did you learn? (optional)").FillAsync("It was worth it");
        await page.PressAsync("Mark achieved");
        await page.SeesAsync("Achieved. Well done.");

        await page.FollowAsync("History");
        await Expect(page.Locator(".story").GetByRole(AriaRole.Heading, new() { Level = 3 }))
            .ToHaveTextAsync(["Achieved", "Resumed", "Paused", "Scope cut", "Rescheduled", "Goal created"]);
        await page.SeesAsync("1 task dropped: “Run the pilot”");
        await page.SeesAsync("The estimates were too low");
        await visitor.CheckPageAsync();
        await page.FollowAsync("The plan at that time");
        await visitor.CheckPageAsync();
    }

    private async Task UnsubscribeAsync(Visitor visitor, IPage page)
    {
        await page.GotoAsync(UnsubscribeLink().Match(stage.App.NewestMail()).Value);
        await visitor.CheckPageAsync();
        await page.GotoAsync("/settings");
        await Expect(page.GetByLabel("Remind me by e-mail when a review opens")).ToBeCheckedAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).ClickAsync();
        await page.GotoAsync("/settings");
        await Expect(page.GetByLabel("Remind me by e-mail when a review opens")).Not.ToBeCheckedAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/reviews/[0-9a-f-]{36}")]
    private static partial Regex ReviewLink();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/unsubscribe/[\w-]+")]
    private static partial Regex UnsubscribeLink();
}
