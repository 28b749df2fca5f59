using System.Globalization;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// Puts a backup in the place of the database. Killed at any point, there is either the old database or the new one: the new
/// one waits beside the old, whole and checked, and a start that finds it waiting puts it in place first.
/// </summary>
public sealed class Restore(DataPaths places, TimeProvider clock)
{
    private string Database => places.DatabaseFile!;

    /// <summary>Not checked yet; never put in place.</summary>
    private string UncheckedFile => Database + ".restoring";

    /// <summary>Checked: it only has to be put in place.</summary>
    private string WaitingFile => Database + ".restored";

    public bool IsWaiting => File.Exists(WaitingFile);

    /// <summary>Checks a backup and lays its database beside the one in use. Its keys join those that are there.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="known">The migrations that this version of the app knows.</param>
    /// <exception cref="UserFacingException">It is damaged, no backup, or of a newer version. Nothing has changed.</exception>
    public BackupContents Prepare(string file, IEnumerable<string> known, CancellationToken cancellation = default)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
            var backupContents = BackupArchive.Unpack(file, UncheckedFile, places.Keys, cancellation);
            SqliteSnapshot.Check(UncheckedFile, backupContents.Rows, cancellation);
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

    /// <summary>Puts the database that waits in place. Nobody else may have the old one open.</summary>
    /// <returns>Where the database is that it replaces; null when there was none.</returns>
    public string? PutInPlace()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // this process may have asked the old one something
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
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                // Too damaged for that, so its log goes along with it
            }
        }

        // The log first: beside another database it would be taken for that one's
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
