namespace CareerCompass.Web.Tests.Support;

/// <summary>A real provider, npm's oidc-provider, shared by a class of tests and started lazily.</summary>
public sealed class OidcPeer : IDisposable
{
    public const string PublicUrl = "http://localhost";

    private readonly Lazy<Task<NodePeer>> peer = new(() =>
        NodePeer.StartAsync("oidc", ("REDIRECT_URIS", $"[\"{PublicUrl}/account/oidc/callback\"]"))
    );

    public async Task<(string, string)[]> SettingsAsync() =>
        [
            ("App:PublicUrl", PublicUrl),
            ("Oidc:Authority", $"http://127.0.0.1:{(await peer.Value).Port}"),
            ("Oidc:ClientId", "compass"),
            ("Oidc:ClientSecret", "a secret: with % and + in it"),
            ("Oidc:Name", "Beacon"),
        ];

    /// <summary>An app that uses the provider, with its clock at the real time like the provider's.</summary>
    public async Task<TestApp> AppAsync(TestDatabase database, params (string, string)[] settings)
    {
        var app = await TestApp.StartAsync(database, settings: [.. await SettingsAsync(), .. settings]);
        app.Clock.Now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return app;
    }

    public void Dispose()
    {
        if (peer is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            peer.Value.Result.Dispose();
        }
    }
}
