using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>During a review, because the plan may have changed since the morning.</summary>
public static class Reevaluation
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    public static async Task EvaluateIfStaleAsync(this CompassDb db, DateTime? lastEvaluatedAt, DateTime now)
    {
        if (lastEvaluatedAt > now - MaxAge)
        {
            return;
        }

        var person = await db.People.AsNoTracking().SingleAsync();
        var context = await SweepContext.LoadAsync(db, [person], now, CancellationToken.None);
        var evaluation = PersonSweep.EvaluateGoals(person, context, now, reviewOpens: false);
        db.AddRange(evaluation.Prompts);
        db.AddRange(evaluation.ForecastRecords);
        db.AddRange(evaluation.WeekPlan);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            // The sweep has just evaluated them
        }

        db.ChangeTracker.Clear();

        await db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastEvaluatedAt, now));
    }
}
