using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Data;

/// <summary>Brings the database to the version of the app before anything else runs.</summary>
public static class Startup
{
    /// <exception cref="InvalidOperationException">The database is newer than the app.</exception>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        using var held = db.Database.IsSqlite() ? await LockAsync(app) : null;
        await using var alone = db is PostgresCompassDb ? await InstanceLock.TakeAsync(db, app.Configuration) : null;
        var unknown = (await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database was written by a newer CareerCompass (it has {unknown[^1]}). Start that version, or restore a backup from before the update.");
        }

        if (held is not null)
        {
            // The file remembers it: readers and the one writer do not wait for each other
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            await ClearStaleLockAsync(db);
        }

        await db.Database.MigrateAsync();
        if (db is PostgresCompassDb)
        {
            await SharedKeys.PrepareAsync(db, app.Configuration.KeyFolder(app.Environment), scope.ServiceProvider);
        }
    }

    // EF's own lock is a row that a killed process leaves behind, so that the next start waits for ever. A lock on a file
    // goes with the process that holds it.
    private static async Task<FileStream> LockAsync(WebApplication app)
    {
        var path = Path.Combine(app.Configuration.DataFolder(app.Environment), "migrate.lock");
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task ClearStaleLockAsync(CompassDb db)
    {
        const string Table = "__EFMigrationsLock";
        var there = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = {Table}").SingleAsync();
        if (there > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock");
        }
    }
}
