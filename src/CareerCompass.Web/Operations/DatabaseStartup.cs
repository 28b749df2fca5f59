using System.Globalization;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations;

public static class DatabaseStartup
{
    private const string WriterPrefix = "CareerCompass ";
    private const int MaxWriterLength = 32;

    /// <summary>Migrations get a longer timeout than queries.</summary>
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromHours(2);

    /// <exception cref="UserFacingException">
    /// The database is newer than the app, or cannot be migrated safely.
    /// </exception>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        db.Database.SetCommandTimeout(MigrationTimeout);
        if (db.Database.IsSqlite())
        {
            await MigrateFileAsync(db, scope.ServiceProvider);
        }
        else
        {
            await using var alone = await PostgresLock.AcquireAsync(db, app.Configuration);
            await RejectNewerDatabaseAsync(db, []);
            await ApplyAsync(db, await PendingMigrationsAsync(db));
            await DatabaseKeyRepository.ImportKeysAsync(
                db,
                app.Configuration.KeyFolderPath(app.Environment),
                scope.ServiceProvider
            );
        }
    }

    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(this CompassDb db) =>
        [.. await db.Database.GetPendingMigrationsAsync()];

    public static async Task RejectNewerDatabaseAsync(this CompassDb db, IReadOnlyList<Backup> backups)
    {
        var known = db.Database.GetMigrations().ToList();
        if ((await db.Database.GetAppliedMigrationsAsync()).Except(known).LastOrDefault() is not { } unknown)
        {
            return;
        }

        var writer = await db
            .Database.SqlQuery<string>(
                $"""SELECT "ProductVersion" AS "Value" FROM "__EFMigrationsHistory" WHERE "MigrationId" = {unknown}"""
            )
            .SingleAsync();
        var version = writer.StartsWith(WriterPrefix, StringComparison.Ordinal)
            ? $", {writer[WriterPrefix.Length..]}"
            : "";
        var way =
            !db.Database.IsSqlite() ? "restore a dump from before the update with pg_restore"
            : backups.FirstOrDefault(backup => backup.IsBeforeMigration && IsFromKnownMigration(backup, known))
                is { } backup
                ? $"restore the backup from "
                    + $"{backup.TakenAt.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}, taken "
                    + $"before the update: {App.FormatCommand($"restore {backup.Path}")}"
            : "restore a backup from before the update";
        throw new UserFacingException(
            $"The database was written by a newer version of CareerCompass{version} (it has {unknown}; this is "
                + $"{App.Version}). Start that version, or {way}."
        );
    }

    private static async Task MigrateFileAsync(CompassDb db, IServiceProvider services)
    {
        var (paths, running) = (services.GetRequiredService<DataPaths>(), services.GetRequiredService<RunningLock>());
        var (databaseUpgrade, backupRestorer) = (
            services.GetRequiredService<DatabaseUpgrade>(),
            services.GetRequiredService<BackupRestorer>()
        );

        // EF's own lock is a row that outlives a killed process and would block the next start. A file lock does not
        using var held = await FileLock.TryAcquireAsync(paths.MigrationLockFile, TimeSpan.FromMinutes(1))
            ?? throw new UserFacingException(
                "Another instance of CareerCompass has been updating or restoring the database for a minute. Start "
                    + "again when it has finished."
            );
        var due =
            backupRestorer.IsPending || databaseUpgrade.IsUnfinished || (await PendingMigrationsAsync(db)).Count > 0;
        using (due ? await AcquireExclusiveLockAsync(running) : null)
        {
            if (backupRestorer.IsPending)
            {
                var aside = backupRestorer.ReplaceDatabase();
                services
                    .GetRequiredService<ILogger<BackupRestorer>>()
                    .LogWarning(
                        "Completed a restore that had been interrupted. The replaced database is {Aside}",
                        aside
                    );
            }

            if (databaseUpgrade.IsUnfinished)
            {
                databaseUpgrade.Recover(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
            }

            await RejectNewerDatabaseAsync(db, services.GetRequiredService<Backups.BackupStore>().List());
            if (await PendingMigrationsAsync(db) is { Count: > 0 } pending)
            {
                await databaseUpgrade.BeginAsync(await IsEmptyAsync(db, paths), pending);
                await PrepareAsync(db);
                await ApplyAsync(db, pending);
                databaseUpgrade.Complete();
            }
            else
            {
                await PrepareAsync(db);
            }
        }

        await running.AcquireSharedAsync();
    }

    private static async Task<FileStream> AcquireExclusiveLockAsync(RunningLock running) =>
        await running.TryAcquireExclusiveAsync(TimeSpan.FromSeconds(10))
        ?? throw new UserFacingException(
            "The database needs to be updated, but another instance of CareerCompass is still using it. Stop that "
                + "one first."
        );

    private static async Task<bool> IsEmptyAsync(CompassDb db, DataPaths paths)
    {
        if (!File.Exists(paths.DatabaseFile))
        {
            return true;
        }

        var tables = await db
            .Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'")
            .ToListAsync();
        return !tables.Exists(table => !table.StartsWith("__EF", StringComparison.Ordinal))
            || (
                (await db.Database.GetAppliedMigrationsAsync()).Any()
                    ? false
                    : throw new UserFacingException(
                        $"{paths.DatabaseFile} is not a CareerCompass database. Choose another file."
                    )
            );
    }

    private static async Task ApplyAsync(CompassDb db, IReadOnlyList<string> pending)
    {
        await db.Database.MigrateAsync();

        // EF records only its own version, but a downgrade needs the app's
        var writer = WriterPrefix + App.Version;
        writer = writer[..Math.Min(writer.Length, MaxWriterLength)];
        foreach (var migration in pending)
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "__EFMigrationsHistory" SET "ProductVersion" = {writer} WHERE "MigrationId" = {migration}"""
            );
        }
    }

    private static async Task PrepareAsync(CompassDb db)
    {
        // Persistent in the file: readers and the one writer do not block each other
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        const string Table = "__EFMigrationsLock";
        var there = await db
            .Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = {Table}")
            .SingleAsync();
        if (there > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock");
        }
    }

    private static bool IsFromKnownMigration(Backup backup, List<string> known)
    {
        try
        {
            return BackupArchive.Read(backup.Path).Migration is { } migration && known.Contains(migration);
        }
        catch (Exception error) when (error is UserFacingException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
