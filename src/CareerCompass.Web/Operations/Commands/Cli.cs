using System.CommandLine;
using System.CommandLine.Parsing;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Operations.Commands;

/// <summary>
/// What the same binary does instead of serving, such as "CareerCompass.Web migrate". Settings come from where the
/// server takes them, and may follow the command: "migrate --Data:Folder=/data". What goes wrong is one sentence on
/// standard error, and exit code 1; 2 for what was typed wrongly.
/// </summary>
internal static class Cli
{
    private const int FailureExitCode = 1;
    private const int UsageExitCode = 2;

    /// <summary>All commands, each of which makes its own <see cref="Command"/>.</summary>
    private static readonly Func<Command>[] All =
    [
        MigrateCommand.Create,
        BackupCommand.Create,
        RestoreCommand.Create,
        DoctorCommand.Create,
        TestMailCommand.Create,
        ResetPasswordCommand.Create,
        ChangeEmailCommand.Create,
        ExportCommand.Create,
    ];

    /// <summary>Settings without a section that may follow a command.</summary>
    private static readonly string[] Settings = ["environment", "contentRoot", "applicationName", "urls"];

    /// <summary>Whether these arguments name a command or ask for help, rather than start the server.</summary>
    public static bool IsCommand(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    /// <returns>The exit code: 0 when all went well.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Manage your career, week by week. Without a command, serves the app.");
        foreach (var create in All)
        {
            var command = create();
            command.TreatUnmatchedTokensAsErrors = false; // settings, which the configuration reads
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Select(error => error.Message).Concat(Unknown(parsed)).FirstOrDefault() is { } misuse)
        {
            await Console.Error.WriteLineAsync(
                $"{misuse} Try: "
                    + $"{Web.App.CommandLine($"{(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help")}"
            );
            return UsageExitCode;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled. No partial changes were left behind.");
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(
                UserFacingException.Describe(error) ?? $"Unexpected error: {error.GetBaseException().Message}"
            );
        }

        return FailureExitCode;
    }

    /// <summary>The app as the server would have it, but not started: no port, no jobs, and only warnings in the log.</summary>
    public static WebApplication App(ParseResult parsed, Action<WebApplicationBuilder>? adjust = null) =>
        Web.App.Build([.. parsed.UnmatchedTokens], builder =>
        {
            builder.Configuration["Jobs:Enabled"] = "false";
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
            builder.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.None); // what it throws is told anyway
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // what a command answers goes into files and pipes
            adjust?.Invoke(builder);
        });

    /// <summary>The database, if it is there and of this version.</summary>
    /// <exception cref="UserFacingException">It is not.</exception>
    public static async Task<CompassDb> DatabaseAsync(IServiceProvider services)
    {
        var (db, places) = (services.GetRequiredService<CompassDb>(), services.GetRequiredService<DataPaths>());
        if (places.DatabaseFile is { } file && !File.Exists(file))
        {
            throw new UserFacingException(
                $"There is no database at {file} yet. Start the app first, or specify its data folder: "
                    + $"--Data:Folder=/path"
            );
        }

        await db.RefuseNewerAsync(services.GetRequiredService<BackupStore>().List());
        return (await db.PendingAsync()).Count == 0
            ? db
            : throw new UserFacingException(
                $"The database is from an older version. Update it first: {Web.App.CommandLine("migrate")}"
            );
    }

    // A misspelt option would otherwise be a setting that nobody reads, and a setting without = would leave its value to the command
    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        foreach (var token in parsed.UnmatchedTokens)
        {
            var name = token.TrimStart('-', '/').Split('=')[0];
            if (
                token[0] is not ('-' or '/')
                || !(
                    name.Contains(':', StringComparison.Ordinal)
                    || Settings.Contains(name, StringComparer.OrdinalIgnoreCase)
                )
            )
            {
                yield return $"Unknown argument “{token}”.";
            }
            else if (!token.Contains('=', StringComparison.Ordinal))
            {
                yield return $"Write settings as --{name}=VALUE.";
            }
        }
    }
}
