using System.Text.Json;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Operations;

/// <summary>
/// SQLite cannot rebuild a table inside a transaction, so a killed migration can stop half-way. A marker file exists
/// during an upgrade, and a start that finds it restores the backup that it names.
/// </summary>
public sealed class DatabaseUpgrade(
    DataPaths paths,
    Backups.BackupStore backupStore,
    BackupRestorer backupRestorer,
    ILogger<DatabaseUpgrade> log
)
{
    private string MarkFile => paths.DatabaseFile + ".migrating";

    public bool IsUnfinished => File.Exists(MarkFile);

    /// <exception cref="UserFacingException">There is no valid backup, so nothing was changed.</exception>
    public async Task BeginAsync(bool empty, IReadOnlyList<string> pending)
    {
        if (IsUnfinished)
        {
            // Recovered just now; the backup that the marker names is still current
            return;
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
                        + $"({paths.BackupFolder}). Free some space there, or set Backup:Folder to another folder, and "
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

    public void Complete()
    {
        File.Delete(MarkFile);
        backupStore.DeleteExpired();
    }

    public void DiscardMark() => File.Delete(MarkFile);

    /// <exception cref="UserFacingException">The backup cannot be restored.</exception>
    public void Recover(IEnumerable<string> known, IEnumerable<string> applied)
    {
        var upgradeMark = JsonSerializer.Deserialize<UpgradeMark>(File.ReadAllText(MarkFile))!;
        if (applied.Contains(upgradeMark.LastMigration))
        {
            log.LogWarning("The last update of the database was interrupted after its last step. It is complete");
            Complete();
        }
        else if (upgradeMark.Backup is { } backup)
        {
            try
            {
                backupRestorer.Prepare(backup, known);
            }
            catch (Exception error) when (UserFacingException.Describe(error) is { } message)
            {
                throw new UserFacingException(
                    $"The last update of the database was interrupted, and the backup taken just before it could "
                        + $"not be restored. {message} "
                        + $"Nothing was changed. Fix the cause and start again, or restore another backup: "
                        + $"{App.FormatCommand("restore FILE")}",
                    error
                );
            }

            DeleteDatabase();
            backupRestorer.ReplaceDatabase();
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

    // Half changed, and the backup has everything in it
    private void DeleteDatabase()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var ending in new[] { "-wal", "-shm", "-journal", "" })
        {
            File.Delete(paths.DatabaseFile + ending);
        }
    }

    private sealed record UpgradeMark(string? Backup, string LastMigration);
}
