using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

/// <summary>Hands out what is to be sent, each message to one delivery at a time.</summary>
internal static class Outbox
{
    /// <summary>
    /// Leases the messages that have been due the longest, in one statement. What another instance is just taking is passed
    /// over; what a killed one held is taken when its lease is over.
    /// </summary>
    public static async Task<List<Guid>> ClaimAsync(
        this CompassDb db,
        DateTime now,
        int most,
        CancellationToken cancellation
    )
    {
        const string Take = """UPDATE "OutboxMessages" SET "State" = 'Sending', "LeaseUntil" = {0} WHERE "Id" IN (""";
        const string Due = """
            SELECT "Id" FROM "OutboxMessages" WHERE ("State" = 'Pending' AND "DueAt" <= {1}) OR ("State" = 'Sending' AND "LeaseUntil" <= {1})
            ORDER BY "DueAt" LIMIT {2}
            """;
        const string Return = """) RETURNING "Id" AS "Value" """;
        return await db
            .Database.SqlQueryRaw<Guid>(
                db is PostgresCompassDb ? $"{Take}{Due} FOR UPDATE SKIP LOCKED{Return}" : $"{Take}{Due}{Return}", // SQLite has one writer at a time
                now + OutboxMessage.LeaseTime,
                now,
                most
            )
            .ToListAsync(cancellation);
    }

    /// <summary>Gives back what was leased until an instant and has not been begun, so that nobody has to wait for the end of the lease.</summary>
    public static Task ReleaseAsync(this CompassDb db, IReadOnlyList<Guid> messages, DateTime leaseUntil) =>
        db
            .OutboxMessages.IgnoreQueryFilters([Filters.Owner])
            .Where(outboxMessage =>
                messages.Contains(outboxMessage.Id)
                && outboxMessage.State == MessageState.Sending
                && outboxMessage.LeaseUntil == leaseUntil
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(outboxMessage => outboxMessage.State, MessageState.Pending)
                    .SetProperty(outboxMessage => outboxMessage.LeaseUntil, (DateTime?)null)
            );
}
