using System.Text.Json;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Operations;

/// <summary>
/// Sees to it that a killed upgrade of a SQLite database costs nothing. Each migration is a transaction but for what SQLite
/// cannot do inside one, such as rebuilding a table, so it can end half-way. Hence a mark is left beside the database
/// for as long as it is being changed, and a start that finds it puts back the backup that the mark names. Nothing was
/// written since: nobody else may run meanwhile.
/// </summary>
public sealed class DatabaseUpgrade(
    DataPaths places,
    Backups.BackupStore backupStore,
    Restore restore,
    ILogger<DatabaseUpgrade> log
)
{
    private string MarkFile => places.DatabaseFile + ".migrating";

    public bool IsUnfinished => File.Exists(MarkFile);

    /// <summary>Before the first change: takes a backup if there is anything to lose, and leaves the mark.</summary>
    /// <exception cref="UserFacingException">There is no backup to rely on, so nothing was changed.</exception>
    public async Task BeginAsync(bool empty, IReadOnlyList<string> pending)
    {
        if (IsUnfinished)
        {
            return; // put back just now, from the backup that the mark names
        }

        string? backup = null;
        if (!empty)
        {
            try
            {
                backup = (await backupStore.CreateAsync(Backup.BeforeMigration(pending[0]))).Path;
            }
            catch (UserFacingException userFacingException)
            {
                throw new UserFacingException(
                    $"This version needs to update the database, and does so only after a backup. "
                        + $"{userFacingException.Message} Nothing was changed. Usually the disk is full "
                        + $"({places.Backups}). Free some space there, or set Backup:Folder to another folder, and "
                        + $"start again.",
                    userFacingException
                );
            }
        }

        var beside = MarkFile + ".writing";
        using (var file = BackupArchive.CreatePrivateFile(beside))
        {
            JsonSerializer.Serialize(file, new UpgradeMark(backup, pending[^1]));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, MarkFile, overwrite: true);
    }

    /// <summary>All changes are made: the mark goes, and backups that have served their time.</summary>
    public void End()
    {
        File.Delete(MarkFile);
        backupStore.DeleteExpired();
    }

    /// <summary>Another database took the place of the one that was half changed.</summary>
    public void Abandon() => File.Delete(MarkFile);

    /// <summary>Undoes an upgrade that did not come to its end.</summary>
    /// <param name="known">The migrations that this version of the app knows.</param>
    /// <param name="applied">Those that the database has had.</param>
    /// <exception cref="UserFacingException">The backup cannot be put back.</exception>
    public void Recover(IEnumerable<string> known, IEnumerable<string> applied)
    {
        var upgradeMark = JsonSerializer.Deserialize<UpgradeMark>(File.ReadAllText(MarkFile))!;
        if (applied.Contains(upgradeMark.Last))
        {
            log.LogWarning("The last update of the database was interrupted after its last step. It is complete");
            End();
        }
        else if (upgradeMark.Backup is { } backup)
        {
            try
            {
                restore.Prepare(backup, known);
            }
            catch (Exception error) when (UserFacingException.Describe(error) is { } told)
            {
                throw new UserFacingException(
                    $"The last update of the database was interrupted, and the backup taken just before it could "
                        + $"not be restored. {told} "
                        + $"Nothing was changed. Fix the cause and start again, or restore another backup: "
                        + $"{App.CommandLine("restore FILE")}",
                    error
                );
            }

            DeleteDatabase();
            restore.PutInPlace();
            log.LogWarning(
                "The last update of the database was interrupted. The backup {Backup} from just before it was "
                    + "restored, and the update starts again",
                backup
            );
        }
        else
        {
            DeleteDatabase();
            log.LogWarning("The first start was interrupted while creating the database. It starts again");
        }
    }

    // Half changed and without anything that the backup does not have: not worth keeping
    private void DeleteDatabase()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "-wal", "-shm", "-journal", "" })
        {
            File.Delete(places.DatabaseFile + ending);
        }
    }

    private sealed record UpgradeMark(string? Backup, string Last);
}
