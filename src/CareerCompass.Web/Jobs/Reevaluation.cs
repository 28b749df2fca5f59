using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>Evaluates a person's goals during a review, because the plan may have changed since the morning.</summary>
public static class Reevaluation
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <param name="lastEvaluatedAt">When the goals were last evaluated; null if never.</param>
    public static async Task EvaluateIfStaleAsync(this CompassDb db, DateTime? lastEvaluatedAt, DateTime now)
    {
        if (lastEvaluatedAt > now - MaxAge)
        {
            return;
        }

        var person = await db.People.AsNoTracking().SingleAsync();
        var context = await SweepContext.LoadAsync(db, [person], now, CancellationToken.None);
        var (prompts, records) = PersonSweep.EvaluateGoals(person, context, now, reviewOpens: false);
        db.AddRange(prompts);
        db.AddRange(records);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            // The sweep has just evaluated them
        }

        db.ChangeTracker.Clear();

        // Bypasses the version of the person, which open forms still carry
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastEvaluatedAt, now));
    }
}
