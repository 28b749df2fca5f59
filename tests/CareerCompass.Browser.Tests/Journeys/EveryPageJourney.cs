using System.Text.RegularExpressions;
using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>Checks every page of the demo account with axe and for overflow, light and dark, wide and narrow.</summary>
public sealed partial class EveryPageJourney(Stage stage) : IClassFixture<Stage>
{
    private readonly List<string> found = [];

    private static readonly (int Width, ColorScheme Scheme, bool ColoursOnly)[] Looks =
    [
        (1280, ColorScheme.Light, false),
        (1280, ColorScheme.Dark, true),
        (390, ColorScheme.Dark, false),
        (640, ColorScheme.Light, true), // like 1280 at 200 %, with the phone layout
    ];

    [Fact]
    public async Task No_page_has_a_barrier()
    {
        await using var visitor = await stage.VisitAsync();
        var page = visitor.Page;
        var templates = await stage.App.PageTemplatesAsync();
        await page.GotoAsync("/welcome");
        foreach (
            var path in templates.Where(path =>
                path is "welcome" || path.StartsWith("account/", StringComparison.Ordinal)
            )
        )
        {
            await CheckAsync(visitor, path.Replace("{token}", "unknown", StringComparison.Ordinal));
        }

        await page.GotoAsync("/welcome");
        await page.PressAsync("Try the demo");
        await page.IsTitledAsync("Today");
        var goal = await IdAsync(page, "/goals", "goals");
        var ids = new Dictionary<string, string>
        {
            ["goalId"] = goal,
            ["reviewId"] = await IdAsync(page, "/reviews", "reviews"),
            ["taskId"] = await IdAsync(page, $"/goals/{goal}", "tasks"),
            ["milestoneId"] = await IdAsync(page, $"/goals/{goal}", "milestones"),
            ["seriesId"] = await IdAsync(page, $"/goals/{goal}", "repeats"),
            ["tripwireId"] = await IdAsync(page, $"/goals/{goal}", "tripwires"),
            ["promptId"] = await IdAsync(page, "/prompts", "prompts"),
            ["effortId"] = await IdAsync(page, "/efforts", "efforts"),
            ["templateKey"] = "promotion",
            ["number"] = "1",
            ["code"] = "404",
            ["token"] = "unknown",
        };
        foreach (
            var template in templates.Where(template =>
                !Elsewhere.Any(start => template.StartsWith(start, StringComparison.Ordinal))
            )
        )
        {
            if (!Parameter().Matches(template).Any(match => Buttons.Contains(match.Groups["name"].Value)))
            {
                await CheckAsync(visitor, Parameter().Replace(template, match => ids[match.Groups["name"].Value]));
            }
        }

        await CheckAsync(visitor, $"reviews/{await IdAsync(page, "/reviews", "reviews", last: true)}");
        Assert.True(found.Count == 0, string.Join('\n', found));
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
        await page.PressAsync("Create account");
        await page.SetGoalAsync(
            "Pass the exam",
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1)
        );
        await page.GetByLabel("New task").FillAsync("Read chapter one");
        await page.PressAsync("Add task");
        await page.PressAsync("Done: Read chapter one");
        await page.SeesAsync("100 %");
        await page.ChangeCourseAsync("Retire");
        await page.GetByLabel("Why?").FillAsync("No longer mine");
        await page.PressAsync("Preview");
        await page.SeesAsync("Preview of changes");
        await page.PressAsync("Apply");
        await page.SeesAsync("No longer pursued.");
    }

    // Covered by other journeys
    private static readonly string[] Elsewhere =
    [
        "admin",
        "account/",
        "invite/",
        "link/",
        "unsubscribe/",
        "settings/security/passkeys/{",
        "demo",
    ];

    // These only accept a button's form; personal templates are covered by the setup journey
    private static readonly string[] Buttons =
    [
        "verb",
        "correctionId",
        "capacityId",
        "timeOffId",
        "sessionId",
        "templateId",
    ];

    /// <summary>Skips pages that redirect at the moment, but not missing ones.</summary>
    private async Task CheckAsync(Visitor visitor, string path)
    {
        var answer = (await visitor.Page.GotoAsync($"/{path}"))!;
        Assert.True(answer.Status is 200, $"/{path} answered {answer.Status}.");
        if (answer.Request.RedirectedFrom is not null)
        {
            return;
        }

        foreach (var (width, scheme, coloursOnly) in Looks)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            found.AddRange((await visitor.FindAsync(coloursOnly)).Select(what => $"{width} {scheme}: {what}"));
        }

        await visitor.Page.SetViewportSizeAsync(Looks[0].Width, 900);
    }

    private static async Task<string> IdAsync(IPage page, string on, string kind, bool last = false)
    {
        await page.GotoAsync(on);
        var links = page.GetByRole(AriaRole.Main).Locator($"a[href^='/{kind}/0']");
        return (await (last ? links.Last : links.First).GetAttributeAsync("href"))!.Split('/', '?')[2];
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
