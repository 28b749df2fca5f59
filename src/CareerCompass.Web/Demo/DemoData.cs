using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Demo.Stories;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Demo;

/// <summary>Writes a realistic, deterministic year for the demo account, ending now.</summary>
public static class DemoData
{
    public const string Email = "alex@demo.invalid";
    public const string Name = "Alex Morgan";
    public const string Zone = "Europe/Berlin";

    private const int FirstDay = -364;

    private static IReadOnlyList<GoalStory> Stories =>
        [
            SeniorStory.Goal,
            GermanStory.Goal,
            LeadStory.Goal,
            ProductStory.Goal,
            CloudStory.Goal,
            TalkStory.Goal,
            MentorStory.Goal,
        ];

    /// <param name="db">Its owner scope must be this person.</param>
    public static async Task WriteAsync(CompassDb db, Guid ownerId, DateTime now)
    {
        var person = await db.People.SingleAsync(person => person.Id == ownerId);
        var today = person.Today(now);
        List<Capacity> capacities =
        [
            new(ownerId, today.AddDays(FirstDay), 360),
            new(ownerId, today.AddDays(-170), 480),
        ];
        var off = new TimeOff(ownerId, today.AddDays(-203), today.AddDays(-190));
        var monday = IsoWeek.Monday(today);
        var upcoming = new TimeOff(ownerId, monday.AddDays(35), monday.AddDays(44), "Hiking in the Allgäu");
        var direction = new DemoDirection(ownerId);
        var rows = new DemoHistory(person, Stories, direction, capacities, off, upcoming, now).Simulate(
            today.AddDays(FirstDay)
        );

        foreach (
            var raised in rows.OfType<Correction>().Where(correction => correction.ChangeSet?.Capacity is not null)
        )
        {
            Capacity.FromCorrection(raised, capacities.Single(row => row.FromWeek == raised.ChangeSet!.Capacity!.Week));
        }

        db.Capacities.RemoveRange(await db.Capacities.ToListAsync());
        db.AddRange(capacities);
        db.AddRange(off, upcoming);
        db.AddRange(direction.Rows);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
