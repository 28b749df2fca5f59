using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>A person with their own browser. Any console error fails the journey.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly BundledAxeScriptProvider Axe = new();

    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    public Visitor(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => errors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public async Task PlugInPasskeysAsync()
    {
        var device = await context.NewCDPSessionAsync(Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    public async Task<string> CopiedAsync()
    {
        await context.GrantPermissionsAsync(["clipboard-read"]);
        return await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    public Task<string> StateAsync() => context.StorageStateAsync();

    public async Task CheckPageAsync()
    {
        var found = await FindAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <param name="coloursOnly">The rest was checked in another colour scheme and width.</param>
    public async Task<List<string>> FindAsync(bool coloursOnly = false)
    {
        if (await Page.EvaluateAsync<bool>("window.axe === undefined"))
        {
            await Page.EvaluateAsync(Axe.GetScript());
        }

        // Deque's RunAxe would open another page to combine frames, and there are none
        var found = (
            await Page.EvaluateAsync<string[]>(
                """
                async runOnly => (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
                  .flatMap(({ id, help, nodes }) => nodes.map(node => `${location.href}: ${id}: ${help}: ${node.target} ${node.html}`))
                """,
                coloursOnly
                    ? (string[])["color-contrast", "target-size"]
                    : ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            )
        ).ToList();
        var excess = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (excess > 0)
        {
            found.Add($"{Page.Url} sticks out by {excess} px.");
        }

        return [.. found, .. errors];
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
