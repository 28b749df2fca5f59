using System.Globalization;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// Safe against a kill at any point: the verified new database waits beside the old one, and a start that finds it puts
/// it in place first.
/// </summary>
public sealed class BackupRestorer(DataPaths paths, TimeProvider clock)
{
    private string Database => paths.DatabaseFile!;

    private string UncheckedFile => Database + ".restoring";

    private string WaitingFile => Database + ".restored";

    public bool IsPending => File.Exists(WaitingFile);

    /// <summary>Adds the backup's keys to the existing ones.</summary>
    /// <exception cref="UserFacingException">The backup is unusable. Nothing has changed.</exception>
    public BackupContents Prepare(string file, IEnumerable<string> known, CancellationToken cancellation = default)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
            var backupContents = BackupArchive.Unpack(file, UncheckedFile, paths.KeyFolder, cancellation);
            SqliteSnapshot.Verify(UncheckedFile, backupContents.Rows, cancellation);
            var migrations = SqliteSnapshot.Migrations(UncheckedFile);
            if (migrations.Count == 0)
            {
                throw new UserFacingException($"{file} does not contain a CareerCompass database.");
            }

            if (migrations.Except(known).LastOrDefault() is { } newer)
            {
                throw new UserFacingException(
                    $"The backup was taken by a newer version of CareerCompass, {backupContents.Version} (it has "
                        + $"{newer}; this is {App.Version}). Restore it with that version, or use an older backup."
                );
            }

            File.Move(UncheckedFile, WaitingFile, overwrite: true);
            return backupContents;
        }
        finally
        {
            File.Delete(UncheckedFile);
        }
    }

    /// <summary>No other process may have the old database open.</summary>
    /// <returns>The path of the replaced database; null when there was none.</returns>
    public string? ReplaceDatabase()
    {
        // This process may hold pooled connections to the old database
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var stamp = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{Database}.replaced-{stamp}";
        for (var next = 2; File.Exists(aside); next++)
        {
            aside = $"{Database}.replaced-{stamp}-{next}";
        }

        var kept = File.Exists(Database);
        if (kept)
        {
            try
            {
                SqliteSnapshot.Checkpoint(Database);
            }
            catch (Microsoft.Data.Sqlite.SqliteException) { }
        }

        // The log first: beside another database SQLite would apply it to that one
        Move(Database + "-wal", aside + "-wal");
        Move(Database + "-journal", aside + "-journal");
        File.Delete(Database + "-shm");
        Move(Database, aside);
        File.Move(WaitingFile, Database);
        return kept ? aside : null;
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }
}
