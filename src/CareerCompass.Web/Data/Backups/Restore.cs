using System.Globalization;

namespace CareerCompass.Web.Data.Backups;

/// <summary>
/// Puts a backup in the place of the database. Killed at any point, there is either the old database or the new one: the new
/// one waits beside the old, whole and checked, and a start that finds it waiting puts it in place first.
/// </summary>
public sealed class Restore(DataPlaces places, TimeProvider clock)
{
    private string Database => places.DatabaseFile!;

    /// <summary>Not checked yet; never put in place.</summary>
    private string Unchecked => Database + ".restoring";

    /// <summary>Checked: it only has to be put in place.</summary>
    private string Waiting => Database + ".restored";

    public bool IsWaiting => File.Exists(Waiting);

    /// <summary>Checks a backup and lays its database beside the one in use. Its keys join those that are there.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="known">The migrations that this version of the app knows.</param>
    /// <exception cref="Refusal">It is damaged, no backup, or of a newer version. Nothing has changed.</exception>
    public Contents Prepare(string file, IEnumerable<string> known, CancellationToken cancellation = default)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
            var contents = Archive.Unpack(file, Unchecked, places.Keys, cancellation);
            Snapshot.Check(Unchecked, contents.Rows, cancellation);
            var migrations = Snapshot.Migrations(Unchecked);
            if (migrations.Count == 0)
            {
                throw new Refusal($"{file} holds no database of CareerCompass.");
            }

            if (migrations.Except(known).LastOrDefault() is { } newer)
            {
                throw new Refusal(
                    $"The backup was taken by a newer CareerCompass, {contents.Version} (it has {newer}; this is {App.Version}). Restore it with that version, or take an older backup.");
            }

            File.Move(Unchecked, Waiting, overwrite: true);
            return contents;
        }
        finally
        {
            File.Delete(Unchecked);
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
                Snapshot.Settle(Database);
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
        File.Move(Waiting, Database);
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
