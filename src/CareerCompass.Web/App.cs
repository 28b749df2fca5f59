using System.Reflection;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Pages;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web;

/// <summary>Puts the rooms together: the same for the server and for its commands.</summary>
internal static class App
{
    private const string InContainer = "DOTNET_RUNNING_IN_CONTAINER";

    /// <summary>The version of the app, such as 0.1.0.</summary>
    public static string Version { get; } =
        typeof(App)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>How a command of the app is typed where it runs.</summary>
    public static string CommandLine(string command) =>
        Environment.GetEnvironmentVariable(InContainer) == "true" ? $"docker compose run --rm careercompass {command}"
        : Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? $"dotnet {typeof(App).Assembly.Location} {command}"
        : $"{Environment.ProcessPath} {command}";

    /// <param name="args">Settings, such as --Data:Folder=/data.</param>
    /// <param name="adjust">What a command wants to be otherwise.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) }
        );
        builder.WebHost.UseStaticWebAssets(); // or output that was built and not published would send empty files in Production
        adjust?.Invoke(builder);
        builder.AddHosting();
        builder.AddMetrics();
        builder.Services.AddSingleton<TimeProvider, AppClock>();
        builder.AddData();
        builder.AddMail(builder.Configuration.DataFolder(builder.Environment));
        builder.AddSignIn();
        builder.AddJobs();
        builder.AddPages();
        return builder.Build();
    }

    // Where nobody says otherwise and there are no settings here, they are beside the binary: so the app and its commands find
    // the same settings and the same data from whatever folder they are started
    private static string? ContentRoot(string[] args)
    {
        const string Key = "contentRoot";
        var said = Environment.GetEnvironmentVariable($"ASPNETCORE_{Key}")
            ?? Environment.GetEnvironmentVariable($"DOTNET_{Key}")
            ?? args.FirstOrDefault(arg => arg.TrimStart('-', '/').StartsWith(Key, StringComparison.OrdinalIgnoreCase));
        return said is not null || File.Exists("appsettings.json") ? null : AppContext.BaseDirectory;
    }
}
