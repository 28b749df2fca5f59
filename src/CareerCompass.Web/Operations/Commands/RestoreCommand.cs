using System.CommandLine;
using System.Globalization;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations.Commands;

internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The backup: a path, or a file name in the backup folder.",
        };
        var command = new Command(
            "restore",
            $"""
            Replaces the SQLite database with a backup and adds its keys to the existing ones. The app must be
            stopped. The backup is verified first, and the replaced database is kept.

            Example:
              {App.FormatCommand("restore careercompass-20270303T034100Z-nightly.zip")}
            """
        )
        {
            file,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await RunAsync(app.Services, parsed.GetValue(file)!, cancellation);
                return 0;
            }
        );
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, string file, CancellationToken cancellation)
    {
        var paths = services.GetRequiredService<DataPaths>();
        if (paths.DatabaseFile is null)
        {
            throw new UserFacingException(
                "The database is PostgreSQL, which has its own tool. With the app stopped, run: pg_restore --clean "
                    + "--if-exists --dbname=DATABASE careercompass.dump"
            );
        }

        var found = new[] { file, Path.Combine(paths.BackupFolder, file) }.FirstOrDefault(File.Exists)
            ?? throw new UserFacingException(
                $"There is no file {file}, here or in {paths.BackupFolder}. "
                    + $"{Newest(services.GetRequiredService<BackupStore>())}"
            );
        using var migrating = await FileLock.TryAcquireAsync(
            paths.MigrationLockFile,
            TimeSpan.FromSeconds(2),
            cancellation: cancellation
        ) ?? throw StillRunningError();
        using var alone = await services
            .GetRequiredService<RunningLock>()
            .TryAcquireExclusiveAsync(TimeSpan.FromSeconds(2))
            ?? throw StillRunningError();
        await using var scope = services.CreateAsyncScope();
        var backupRestorer = services.GetRequiredService<BackupRestorer>();
        var backupContents = backupRestorer.Prepare(
            found,
            scope.ServiceProvider.GetRequiredService<CompassDb>().Database.GetMigrations(),
            cancellation
        );
        // Otherwise the next start would restore the upgrade's backup instead
        services.GetRequiredService<DatabaseUpgrade>().DiscardMark();
        var aside = backupRestorer.ReplaceDatabase();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Restored the database as it was on {backupContents.TakenAt:d MMMM yyyy, HH:mm} UTC: "
                    + $"{backupContents.Rows.GetValueOrDefault("People")} people, "
                    + $"{backupContents.Rows.GetValueOrDefault("Goals")} goals."
            )
        );
        if (aside is not null)
        {
            Console.WriteLine($"The replaced database is kept as {aside}. Delete it when you no longer need it.");
        }

        Console.WriteLine(
            "Next: start the app, sign in and check that everything is there. A backup from an older version is "
                + "updated by that start."
        );
    }

    private static UserFacingException StillRunningError() =>
        new("CareerCompass is still running on this database. Stop it, restore, then start it again.");

    private static string Newest(BackupStore backupStore) =>
        backupStore.List() is [var newest, ..]
            ? $"The newest backup there is {Path.GetFileName(newest.Path)}."
            : "There are no backups.";
}
