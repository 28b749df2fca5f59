using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>Delays all scripts of a page until they are released, like a slow connection.</summary>
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

    public void Release() => released.TrySetResult();
}
