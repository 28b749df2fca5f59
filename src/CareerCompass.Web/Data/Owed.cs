using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Data;

public static class Owed
{
    /// <summary>Owes a message at once. Of several requests with the same occasion one owes it; the others find that it is owed.</summary>
    public static async Task OweAsync(this CompassDb db, Message message)
    {
        // Asked without reading the row, which may be hidden from whoever is signing in
        var entry = db.Messages.Add(message);
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
