using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations.Backups;

public sealed class BackupMonitor(BackupStore backupStore, DataPaths paths, CompassDb db, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(36);

    /// <returns>The problem, as a sentence; null when all is well.</returns>
    public async Task<string?> FindProblemAsync(CancellationToken cancellation = default)
    {
        if (paths.DatabaseFile is null)
        {
            return null;
        }

        var last = await db
            .JobStatuses.AsNoTracking()
            .SingleOrDefaultAsync(status => status.Job == RecurringJob.Backup.Name, cancellation);
        if (last is { HasFailed: true })
        {
            return $"The last nightly backup failed: {last.Error}";
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var old = now - MaxAge;
        var wasDue = await db.JobStatuses.AnyAsync(status => status.FirstRunAt < old, cancellation);
        return wasDue && !backupStore.List().Any(backup => backup.TakenAt >= old && backup.TakenAt <= now)
            ? "The newest backup is more than 36 hours old."
            : null;
    }
}
