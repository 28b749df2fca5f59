using Microsoft.Data.Sqlite;

namespace CareerCompass.Bench.Pages;

internal static class BareServer
{
    /// <param name="args">Settings; Data:Folder is the app's data folder.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var database = Path.Combine(builder.Configuration["Data:Folder"]!, "compass.db");
        var connection = new SqliteConnectionStringBuilder { DataSource = database }.ToString();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddScoped(_ => new SqliteConnection(connection));
        builder
            .Services.AddRazorPages()
            .ConfigureApplicationPartManager(manager =>
            {
                // Excludes the app's own pages
                foreach (
                    var part in manager
                        .ApplicationParts.Where(part =>
                            part.Name.StartsWith("CareerCompass.Web", StringComparison.Ordinal)
                        )
                        .ToList()
                )
                {
                    manager.ApplicationParts.Remove(part);
                }
            });
        var app = builder.Build();
        app.MapRazorPages();
        app.MapGet("/healthz", () => "");
        await app.RunAsync();
        return 0;
    }
}
