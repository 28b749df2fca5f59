using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Support;

public class Stage : IAsyncLifetime
{
    private ChromiumBrowser browser = null!;

    public Stage()
        : this("127.0.0.1") { }

    internal Stage(string host, params (string, string)[] settings) => App = new RunningApp(host, settings);

    public RunningApp App { get; }

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // tolerates a busy machine
        browser = await ChromiumBrowser.Start();
    }

    public async Task<Visitor> VisitAsync(
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light,
        bool scripts = true,
        string? state = null
    )
    {
        var context = await browser.Browser.NewContextAsync(
            new()
            {
                BaseURL = App.Address.ToString(),
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,

                // Chromium logs an error when the next navigation interrupts a page transition
                ReducedMotion = ReducedMotion.Reduce,
                TimezoneId = "Europe/Berlin",
                Locale = "en-GB",
                JavaScriptEnabled = scripts,
                StorageState = state,
            }
        );
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await App.DisposeAsync();
    }
}
