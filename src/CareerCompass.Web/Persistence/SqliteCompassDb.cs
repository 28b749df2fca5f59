using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public sealed class SqliteCompassDb(DbContextOptions<SqliteCompassDb> options, OwnerScope owner)
    : CompassDb(options, owner)
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Serializes saves, because SQLite has one writer and a busy connection blocks its thread with growing
    /// delays. Inside a transaction the lock is already held.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await Turn.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }
}
