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
        db.AddRange(made.Sightings);
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
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(row => row.LookedAt, now));
    }

    /// <param name="opens">Whether a review opens at this moment.</param>
    internal static void Look(Person person, SweepHistory history, SweepYield made, DateTime now, bool opens)
    {
        var today = person.Today(now);
        var outlook = history.Outlook(person.Id, today);
        var standings = history.Facts[person.Id].Select(goal => Standing.Of(goal, outlook)).ToList();
        var situation = history.Situations.Of(person, standings, outlook.Facts, opens);
        made.Prompts.AddRange(Prompt.Look(person.Id, situation.Findings(), [.. history.Prompts[person.Id]], today, now, situation.Seasons.IsOff(today)));
        made.Sightings.AddRange(situation.Active.Where(standing => !history.Sighted.Contains((standing.Facts.Id, IsoWeek.Monday(today))))
            .Select(standing => new Sighting(person.Id, standing, today)));
    }
}
