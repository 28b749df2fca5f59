using CareerCompass.Browser.Tests.PageObjects;
using CareerCompass.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Journeys;

/// <summary>Requests, bytes and layout shifts of a first visit.</summary>
public sealed class BudgetJourney(Stage stage) : IClassFixture<Stage>
{
    private const int MostBytes = 100_000;
    private const double MostShift = 0.01;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_first_visit_is_light_stays_on_the_host_and_does_not_jump(int width)
    {
        var (state, goal) = await EnterAsync();
        foreach (var (path, signedIn) in new[] { ("/account/sign-in", false), ("/", true), (goal, true) })
        {
            // A browser without a cache
            await using var visitor = await stage.VisitAsync(width, state: signedIn ? state : null);
            var (bytes, hosts, shift) = await MeasureAsync(visitor.Page, path);

            Assert.InRange(bytes, 1_000, MostBytes);
            Assert.Equal([stage.App.Address.Authority], hosts);
            Assert.True(shift < MostShift, $"{path} shifts by {shift} at {width} px.");
        }
    }

    [Fact]
    public async Task A_note_moves_nothing_on_the_page()
    {
        var (state, goal) = await EnterAsync();
        await using var visitor = await stage.VisitAsync(state: state);
        var page = visitor.Page;
        await MeasureAsync(page, goal);
        var before = await TopsAsync(page);

        await page.Locator(".tasks li.open .tick").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done:");

        Assert.Equal(before, await TopsAsync(page));
    }

    private static Task<int[]> TopsAsync(IPage page) =>
        page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1, .head .row, figure.route')].map((part) => "
                + "Math.round(part.getBoundingClientRect().top + scrollY))"
        );

    private async Task<(string State, string Goal)> EnterAsync()
    {
        await using var visitor = await stage.VisitAsync();
        await visitor.Page.GotoAsync("/welcome");
        await visitor.Page.PressAsync("Try the demo");
        await visitor.Page.IsTitledAsync("Today");
        return (
            await visitor.StateAsync(),
            (await visitor.Page.Locator(".leg a[href^='/goals/']").First.GetAttributeAsync("href"))!
        );
    }

    private static async Task<(int Bytes, IEnumerable<string> Hosts, double Shift)> MeasureAsync(
        IPage page,
        string path
    )
    {
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.AddInitScriptAsync(
            """
            window.shift = 0;
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
            """
        );
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var sizes = await Task.WhenAll(requests.Select(request => request.SizesAsync()));
        return (
            sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize),
            requests.Select(request => new Uri(request.Url).Authority).Distinct(),
            await page.EvaluateAsync<double>("window.shift")
        );
    }
}
