using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>A headless browser. Share one among tests, and open a context for each.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    // The sandbox is not available as root or in containers, and only our own pages are opened. The other arguments
    // prevent outbound calls
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _playwright;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public static async Task<ChromiumBrowser> Start()
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    Headless = true,
                    ExecutablePath = await ChromiumFinder.Find(playwright.Chromium.ExecutablePath),
                    Args = Arguments,
                }
            );
            return new ChromiumBrowser(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
