using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>Keeps every script of a page on its way until it is released, as a slow connection would.</summary>
public sealed class HeldScripts
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HeldScripts() { }

    public static async Task<HeldScripts> HoldAsync(IPage page)
    {
        var held = new HeldScripts();
        await page.RouteAsync("**/*.js", async route =>
        {
            await held.released.Task;
            await route.ContinueAsync();
        });
        return held;
    }

    /// <summary>Lets the scripts arrive.</summary>
    public void Release() => released.TrySetResult();
}
