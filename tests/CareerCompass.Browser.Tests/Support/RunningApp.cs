using System.Net;
using System.Net.Sockets;
using System.Text;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Browser.Tests.Support;

/// <summary>The app in Development on its own port, with a fresh database. Jobs run only on demand.</summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("careercompass-").FullName;
    private readonly (string Key, string Value)[] settings;

    /// <param name="host">Passkeys require a name instead of an address.</param>
    public RunningApp(string host = "127.0.0.1", params (string Key, string Value)[] settings)
    {
        // Known before the start, as links in e-mails need it
        (Address, this.settings) = (new Uri($"http://{host}:{FreePort()}/"), settings);
        UseKestrel(Address.Port);
        StartServer();
    }

    public Uri Address { get; }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public void MoveClock(TimeSpan offset) =>
        Services.GetRequiredService<IConfiguration>()["Clock:Offset"] = offset.ToString("c");

    /// <summary>Records that every goal was off course in the week before a day, as the sweep would have.</summary>
    public async Task RecordOffCourseAsync(DateOnly today)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        foreach (var facts in await db.Facts(db.Goals.OfAllOwners()).AsNoTracking().ToListAsync())
        {
            var status = new GoalStatus(facts, GoalStatusKind.OffCourse, null, 0);
            db.Add(new ForecastRecord(facts.OwnerId, status, today.AddDays(-7)));
        }

        await db.SaveChangesAsync();
    }

    public Task<int> RunAsync(RecurringJob job) => Services.GetRequiredService<JobRunner>().RunAsync(job);

    public string NewestMail()
    {
        var file = Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Order().Last();
        return File.ReadAllText(file, Encoding.UTF8)
            .Replace("=\r\n", "", StringComparison.Ordinal)
            .Replace("=3D", "=", StringComparison.Ordinal);
    }

    public async Task<IReadOnlyList<string>> PageTemplatesAsync()
    {
        var loader = Services.GetRequiredService<PageLoader>();
        var templates = new List<string>();
        foreach (
            var endpoint in Services
                .GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
        )
        {
            if (
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                && !typeof(ActionPage).IsAssignableFrom((await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo)
            )
            {
                templates.Add(page.AttributeRouteInfo!.Template!);
            }
        }

        return [.. templates.Distinct().Order(StringComparer.Ordinal)];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Data:Folder", folder);
        builder.UseSetting("App:PublicUrl", Address.ToString());
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
