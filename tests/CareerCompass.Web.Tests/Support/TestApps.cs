namespace CareerCompass.Web.Tests.Support;

/// <summary>One app per database for a class of tests, started lazily and emptied for each test.</summary>
public sealed class TestApps : IAsyncLifetime
{
    private readonly Dictionary<TestDatabase, TestApp> apps = [];

    public async Task<TestApp> OnAsync(TestDatabase database)
    {
        if (!apps.TryGetValue(database, out var app))
        {
            apps[database] = app = await TestApp.StartAsync(database);
        }

        await app.ResetAsync();
        return app;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var app in apps.Values)
        {
            await app.DisposeAsync();
        }
    }
}
