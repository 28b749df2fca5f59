using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

public static class PersonQueries
{
    // One row per capacity row of the person
    private static readonly CompiledQuery<Func<CompassDb, IAsyncEnumerable<CurrentPersonRow>>> CurrentPersonRows = new(
        () =>
            EF.CompileAsyncQuery(
                (CompassDb db) =>
                    from person in db.People
                    from capacity in db.Capacities.Where(capacity => capacity.OwnerId == person.Id).DefaultIfEmpty()
                    orderby capacity.FromWeek
                    select new CurrentPersonRow(
                        person.Id,
                        person.Name,
                        person.Zone,
                        person.Rhythm,
                        person.RemindersEnabled,
                        person.NextReviewAt,
                        person.Version,
                        db.Users.Where(user => user.Id == person.Id).Select(user => user.BounceReason).FirstOrDefault(),
                        person.LastEvaluatedAt,
                        (DateOnly?)capacity.FromWeek,
                        (int?)capacity.Minutes
                    )
            )
    );

    public static async Task<CurrentPerson?> CurrentPersonAsync(this CompassDb db)
    {
        CurrentPerson? currentPerson = null;
        var capacities = new List<(DateOnly, int)>();
        await foreach (var row in CurrentPersonRows.For(db)(db))
        {
            currentPerson ??= new CurrentPerson(
                row.Id,
                row.Name,
                row.Zone,
                row.Rhythm,
                row.RemindersEnabled,
                row.NextReviewAt,
                row.Version,
                capacities,
                row.BounceReason,
                row.LastEvaluatedAt
            );
            if (row is { FromWeek: { } week, Minutes: { } minutes })
            {
                capacities.Add((week, minutes));
            }
        }

        return currentPerson;
    }

    /// <param name="capacities">Ordered by week.</param>
    public static int CapacityOn(IReadOnlyList<(DateOnly FromWeek, int Minutes)> capacities, DateOnly day) =>
        Capacity.WeeklyMinutesOn([.. capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))], day);

    /// <summary>Sets weekly capacity from this week on; counts as an edit of the person.</summary>
    public static async Task SetCapacityAsync(this CompassDb db, Person person, DateOnly today, int minutes)
    {
        var week = IsoWeek.Monday(today);
        if (await db.Capacities.SingleOrDefaultAsync(row => row.FromWeek == week) is { } capacity)
        {
            capacity.Change(minutes);
        }
        else
        {
            db.Capacities.Add(new Capacity(person.Id, week, minutes));
        }

        db.Entry(person).Property(row => row.Name).IsModified = true;
    }

    public static async Task<LastReviewDates> LastReviewsAsync(this CompassDb db)
    {
        var days = await db
            .Reviews.GroupBy(review => review.Kind)
            .Select(group => new { Kind = group.Key, Date = group.Max(review => review.Date) })
            .ToListAsync();
        return days.Aggregate(default(LastReviewDates), (last, day) => last.With(day.Kind, day.Date));
    }

    public static async Task EnsureScheduledAsync(this CompassDb db, DateTime now)
    {
        var person = await db.People.SingleAsync();
        if (person.NextEvaluationAt is null || person.NextReviewAt is null)
        {
            person.EnsureScheduled(await db.LastReviewsAsync(), now);
        }
    }

    private sealed record CurrentPersonRow(
        Guid Id,
        string Name,
        string Zone,
        ReviewRhythm Rhythm,
        bool RemindersEnabled,
        DateTime? NextReviewAt,
        int Version,
        string? BounceReason,
        DateTime? LastEvaluatedAt,
        DateOnly? FromWeek,
        int? Minutes
    );
}
