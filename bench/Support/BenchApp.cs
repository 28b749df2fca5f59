using CareerCompass.Web;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Bench.Support;

/// <summary>The server's app, but not started: no port, no scheduler, and only errors in the log.</summary>
internal static class BenchApp
{
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? adjust = null) =>
        App.Build(settings, builder =>
        {
            builder.Configuration["App:PublicUrl"] = "https://compass.example.org";
            builder.Configuration["Jobs:Enabled"] = "false";
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Error);
            builder.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.None);
            adjust?.Invoke(builder);
        });

    public static async Task<T> WithDbAsync<T>(this WebApplication app, Func<CompassDb, Task<T>> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CompassDb>());
    }

    public static Task WithDbAsync(this WebApplication app, Func<CompassDb, Task> use) =>
        app.WithDbAsync(async db =>
        {
            await use(db);
            return 0;
        });

    public static async Task<int> RunAsync<TJob>(this WebApplication app, Func<TJob, Task<int>> run)
        where TJob : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TJob>());
    }
}
