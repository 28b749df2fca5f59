using System.Reflection;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web;

internal static class App
{
    private const string InContainer = "DOTNET_RUNNING_IN_CONTAINER";

    /// <summary>Such as 0.2.0.</summary>
    public static string Version { get; } =
        typeof(App)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static string FormatCommand(string command) =>
        Environment.GetEnvironmentVariable(InContainer) == "true" ? $"docker compose run --rm careercompass {command}"
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? $"dotnet {typeof(App).Assembly.Location} {command}"
        : $"{Environment.ProcessPath} {command}";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) }
        );

        // Otherwise, output that was built but not published would serve empty files in Production
        builder.WebHost.UseStaticWebAssets();
        adjust?.Invoke(builder);
        builder.AddHosting();
        builder.AddMetrics();
        builder.Services.AddSingleton<TimeProvider, AppClock>();
        builder.AddPersistence();
        builder.AddMail(builder.Configuration.CreateDataFolder(builder.Environment));
        builder.AddSignIn();
        builder.AddJobs();
        builder.AddPages();
        return builder.Build();
    }

    // Unless configured otherwise, settings are read beside the binary: the app and its commands then find the same
    // settings and data from any folder
    private static string? ContentRoot(string[] args)
    {
        const string Key = "contentRoot";
        var configured = Environment.GetEnvironmentVariable($"ASPNETCORE_{Key}")
            ?? Environment.GetEnvironmentVariable($"DOTNET_{Key}")
            ?? args.FirstOrDefault(arg => arg.TrimStart('-', '/').StartsWith(Key, StringComparison.OrdinalIgnoreCase));
        return configured is not null || File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
    }
}
