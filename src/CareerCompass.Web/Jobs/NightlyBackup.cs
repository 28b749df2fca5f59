using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Jobs;

/// <summary>PostgreSQL has its own tools for backups.</summary>
public sealed class NightlyBackup(BackupStore backupStore, DataPaths paths)
{
    /// <summary>Jobs also run at each start, which must not take a second backup in the same night.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromHours(11);

    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        if (
            paths.DatabaseFile is null
            || backupStore
                .List()
                .Any(backup =>
                    backup.Reason == Backup.Nightly && backup.TakenAt <= now && backup.TakenAt > now - MinInterval
                )
        )
        {
            return 0;
        }

        await backupStore.CreateAsync(Backup.Nightly, cancellation: cancellation);
        backupStore.DeleteExpired();
        return 1;
    }
}
