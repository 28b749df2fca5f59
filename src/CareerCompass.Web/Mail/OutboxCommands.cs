using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Mail;

public static class OutboxCommands
{
    /// <summary>Owes a message at once. Of several requests with the same occasion one owes it; the others find that it is owed.</summary>
    public static async Task EnqueueAsync(this CompassDb db, OutboxMessage outboxMessage)
    {
        // Asked without reading the row, which may be hidden from whoever is signing in
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
