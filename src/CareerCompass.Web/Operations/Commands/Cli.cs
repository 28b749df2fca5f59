using System.CommandLine;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Operations.Commands;

/// <summary>
/// Uses the server's settings, which may follow the command: "migrate --Data:Folder=/data". Errors are one sentence on
/// standard error with exit code 1; usage errors have exit code 2.
/// </summary>
internal static class Cli
{
    private const int FailureExitCode = 1;
    private const int UsageExitCode = 2;

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

    public static bool IsCommand(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Manage your career, week by week. Without a command, serves the app.");
        foreach (var create in All)
        {
            var command = create();
            // Unmatched tokens are settings for the configuration
            command.TreatUnmatchedTokensAsErrors = false;
            root.Subcommands.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Select(error => error.Message).Concat(Unknown(parsed)).FirstOrDefault() is { } misuse)
        {
            await Console.Error.WriteLineAsync(
                $"{misuse} Try: "
                    + $"{Web.App.FormatCommand($"{(parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ")}--help")}"
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

    /// <summary>Not started: no port, no jobs, and only warnings in the log.</summary>
    public static WebApplication BuildApp(ParseResult parsed, Action<WebApplicationBuilder>? adjust = null) =>
        Web.App.Build([.. parsed.UnmatchedTokens], builder =>
        {
            builder.Configuration["Jobs:Enabled"] = "false";
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
            builder.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.None);
            // Standard output may be a file or pipe
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            adjust?.Invoke(builder);
        });

    public static async Task<CompassDb> DatabaseAsync(IServiceProvider services)
    {
        var (db, paths) = (services.GetRequiredService<CompassDb>(), services.GetRequiredService<DataPaths>());
        if (paths.DatabaseFile is { } file && !File.Exists(file))
        {
            throw new UserFacingException(
                $"There is no database at {file} yet. Start the app first, or specify its data folder: "
                    + $"--Data:Folder=/path"
            );
        }

        await db.RejectNewerDatabaseAsync(services.GetRequiredService<BackupStore>().List());
        return (await db.PendingMigrationsAsync()).Count == 0
            ? db
            : throw new UserFacingException(
                $"The database is from an older version. Update it first: {Web.App.FormatCommand("migrate")}"
            );
    }

    // A misspelt option would become an unused setting, and one without = would leave its value to the command
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
