using System.CommandLine;

namespace CareerCompass.Web.Commands;

/// <summary>
/// What the same binary does instead of serving, such as "CareerCompass.Web migrate". Settings come from where the
/// server takes them, and may follow the command: "migrate --Data:Folder=/data".
/// </summary>
internal static class Cli
{
    /// <summary>All commands, each of which makes its own <see cref="Command"/>.</summary>
    private static readonly Func<Command>[] All = [MigrateCommand.Create, TestMailCommand.Create];

    /// <summary>Whether these arguments name a command or ask for help, rather than start the server.</summary>
    public static bool IsMeant(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help");

    /// <returns>The exit code: 0 when all went well.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Steer your working life, week by week. Without a command, serves the app.");
        foreach (var create in All)
        {
            var command = create();
            command.TreatUnmatchedTokensAsErrors = false; // settings, which the configuration reads
            root.Subcommands.Add(command);
        }

        return root.Parse(args).InvokeAsync();
    }

    /// <summary>The app as the server would have it, but not started: no port, no jobs, and only warnings in the log.</summary>
    public static WebApplication App(ParseResult parsed) => Web.App.Build([.. parsed.UnmatchedTokens], builder =>
    {
        builder.Configuration["Jobs:Enabled"] = "false";
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
    });
}
