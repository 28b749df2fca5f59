using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

public static class Outbox
{
    /// <summary>Of several requests with the same occasion only one adds the message.</summary>
    public static async Task EnqueueAsync(this CompassDb db, OutboxMessage outboxMessage)
    {
        // Detected by the unique key: during sign-in the query filters may hide the existing row
        var entry = db.OutboxMessages.Add(outboxMessage);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>One statement. Skips rows that another instance is claiming, and takes over expired leases.</summary>
    public static async Task<List<Guid>> ClaimAsync(
        this CompassDb db,
        DateTime now,
        int most,
        CancellationToken cancellation
    )
    {
        const string Take = """UPDATE "OutboxMessages" SET "State" = 'Sending', "LeaseUntil" = {0} WHERE "Id" IN (""";
        const string Due = """
            SELECT "Id" FROM "OutboxMessages"
            WHERE ("State" = 'Pending' AND "DueAt" <= {1}) OR ("State" = 'Sending' AND "LeaseUntil" <= {1})
            ORDER BY "DueAt" LIMIT {2}
            """;
        const string Return = """) RETURNING "Id" AS "Value" """;
        return await db
            .Database.SqlQueryRaw<Guid>(
                // SQLite has only one writer
                db is PostgresCompassDb
                    ? $"{Take}{Due} FOR UPDATE SKIP LOCKED{Return}"
                    : $"{Take}{Due}{Return}",
                now + OutboxMessage.LeaseTime,
                now,
                most
            )
            .ToListAsync(cancellation);
    }

    public static Task ReleaseAsync(this CompassDb db, IReadOnlyList<Guid> messages, DateTime leaseUntil) =>
        db
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage =>
                messages.Contains(outboxMessage.Id)
                && outboxMessage.State == OutboxMessageState.Sending
                && outboxMessage.LeaseUntil == leaseUntil
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(outboxMessage => outboxMessage.State, OutboxMessageState.Pending)
                    .SetProperty(outboxMessage => outboxMessage.LeaseUntil, (DateTime?)null)
            );
}
