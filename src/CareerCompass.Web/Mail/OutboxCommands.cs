using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

public static class OutboxCommands
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
}
