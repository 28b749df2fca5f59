using System.Globalization;
using System.Text.RegularExpressions;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using CareerCompass.Web.Jobs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>One plan, one set of dates: wherever a goal's plan date and likely date are shown, they are the same.</summary>
public sealed partial class SamePlanJourney(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Setup_goal_Today_map_mail_and_preview_show_the_same_dates()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Robin Vale", "robin@example.org", "a long password");
        await page.GotoAsync("/setup/goals/new?template=promotion");
        await PressInMainAsync(page, "Continue");
        await PressInMainAsync(page, "Continue");
        await PressInMainAsync(page, "Continue");
        await PressInMainAsync(page, "Continue");
        await page.IsTitledAsync("This is your route");
        var (plan, likely) = await DatesAsync(page, page.Locator(".lead"));
        Assert.NotEqual(plan, likely);
        await visitor.CheckPageAsync();

        await PressInMainAsync(page, "Open the goal");
        await page.SeesAsync("Your plan is ready.");
        Assert.Equal((plan, likely), await DatesAsync(page, page.Locator("#head")));
        Assert.Equal([plan, likely], await PairsAsync(page.Locator("aside .pairs").First));
        var goal = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync("/");
        Assert.Equal((plan, likely), await DatesAsync(page, page.Locator(".card").First));
        await page.GotoAsync("/goals");
        Assert.Equal((plan, likely), await DatesAsync(page, page.Locator(".card").First));
        await page.GotoAsync("/goals/map");
        Assert.Equal((plan, likely), await DatesAsync(page, page.Locator("main table")));
        await page.GotoAsync("/schedule");
        await Expect(page.Locator("section[aria-labelledby=ranking]")).ToContainTextAsync(Short(plan));

        var target = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddYears(2);
        await page.GotoAsync($"{goal}/reschedule?to={target:yyyy-MM-dd}");
        Assert.Equal([plan, likely], await PairsAsync(page.Locator("#preview .pairs").First));
    }

    [Fact]
    public async Task The_mail_shows_the_dates_of_the_page()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        await page.RegisterAsync("Ada Vale", "ada@example.org", "a long password");
        await page.GotoAsync("/setup/goals/new?template=raise");
        for (var step = 0; step < 4; step++)
        {
            await PressInMainAsync(page, "Continue");
        }

        await PressInMainAsync(page, "Open the goal");
        stage.App.MoveClock(TimeSpan.FromDays(8));
        await stage.App.RunAsync(RecurringJob.Reviews);
        await stage.App.RunAsync(RecurringJob.Delivery);
        await page.GotoAsync("/");
        var (plan, likely) = await DatesAsync(page, page.Locator(".card").First);

        Assert.Contains($"Plan: {plan}. Likely: {likely}.", Unfold(stage.App.NewestMail()), StringComparison.Ordinal);
    }

    private static async Task PressInMainAsync(IPage page, string name) =>
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = name, Exact = true })
            .ClickAsync();

    private static async Task<(string Plan, string Likely)> DatesAsync(IPage page, ILocator part)
    {
        await page.HasStartedAsync();
        var text = string.Join(
            ' ',
            (await part.TextContentAsync() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        var match = Dates().Match(text);
        Assert.True(match.Success, text);
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    private static async Task<List<string>> PairsAsync(ILocator pairs)
    {
        var values = new List<string>();
        foreach (var name in new[] { "Plan", "Likely" })
        {
            var row = pairs.Locator("div", new() { Has = pairs.Page.Locator($"dt:text-is('{name}')") });
            values.Add((await row.Locator("dd").InnerTextAsync()).Trim());
        }

        return values;
    }

    private static string Short(string date) =>
        DateOnly.Parse(date, CultureInfo.InvariantCulture).ToString("d MMM", CultureInfo.InvariantCulture);

    // Quoted-printable soft line breaks, and lines that the letter wraps
    private static string Unfold(string mail) => WhiteSpace().Replace(mail.Replace("=\r\n", ""), " ");

    [GeneratedRegex(@"Plan: (\d+ \w+ \d{4})\. Likely: (\d+ \w+ \d{4})\.")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
