using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Jobs;

/// <summary>Takes a backup a night, and drops those that have served their time. PostgreSQL has tools of its own for that.</summary>
public sealed class NightlyBackup(BackupStore backupStore, DataPaths places)
{
    /// <summary>Jobs also tick at each start: it makes up for a night that was slept through, and takes no second one otherwise.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromHours(11);

    /// <returns>How many were taken: one, or none when there is one of this night.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        if (
            places.DatabaseFile is null
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
