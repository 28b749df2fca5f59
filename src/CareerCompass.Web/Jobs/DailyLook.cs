using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>Looks at a person's goals: raises, brings back and withdraws prompts, and sights each goal once a week.</summary>
public static class DailyLook
{
    /// <summary>What was looked at so lately need not be looked at anew when a review is shown.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Looks once more when a review is shown, as the plan may have changed since the morning.</summary>
    public static async Task FreshenAsync(this CompassDb db, DateTime? lookedAt, DateTime now)
    {
        if (lookedAt > now - Fresh)
        {
            return;
        }

        var person = await db.People.AsNoTracking().SingleAsync();
        var made = new SweepYield();
        Look(person, await SweepHistory.ReadAsync(db, [person], now, default), made, now, opens: false);
        db.AddRange(made.Prompts);
        db.AddRange(made.ForecastRecords);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception conflict) when (conflict.IsConflict())
        {
            // somebody else has just looked
        }

        db.ChangeTracker.Clear();

        // Past the version of the person, of which no form knows this
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastEvaluatedAt, now));
    }

    /// <param name="opens">Whether a review opens at this moment.</param>
    internal static void Look(Person person, SweepHistory history, SweepYield made, DateTime now, bool opens)
    {
        var today = person.Today(now);
        var forecaster = history.Forecaster(person.Id, today);
        var goalStatuses = history.Facts[person.Id].Select(goal => GoalStatus.Evaluate(goal, forecaster)).ToList();
        var ruleContext = history.Situations.Of(person, goalStatuses, forecaster.Inputs, opens);
        made.Prompts.AddRange(Prompt.Evaluate(person.Id, ruleContext.EvaluateRules(), [.. history.Prompts[person.Id]], today, now, ruleContext.WorkCalendar.IsDayOff(today)));
        made.ForecastRecords.AddRange(ruleContext.ActiveGoals.Where(goalStatus => !history.Sighted.Contains((goalStatus.Facts.Id, IsoWeek.Monday(today))))
            .Select(goalStatus => new ForecastRecord(person.Id, goalStatus, today)));
    }
}
