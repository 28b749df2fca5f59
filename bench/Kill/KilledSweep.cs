using System.Globalization;
using CareerCompass.Bench.Scale;
using CareerCompass.Bench.Support;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Bench.Kill;

/// <summary>The sweep: each person gets one review, one message and two forecast records a week.</summary>
internal sealed class KilledSweep(int people) : KilledJob
{
    private int week;

    public override string Name => "sweep";

    public override int Start => week;

    public override IEnumerable<string> Command(Database database) => ["kill-worker", "sweep", .. database.Settings];

    public override Task PrepareAsync(WebApplication app, Database database) =>
        app.WithDbAsync(db =>
            new Club(people, people, early: 0).FillAsync(db, database.ConnectionString, database.Folder)
        );

    public override bool Heard(string line)
    {
        week = int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) + 1;
        return false;
    }

    public override Task<Tally> CountAsync(WebApplication app) =>
        app.WithDbAsync(async db =>
        {
            var reviews = await db
                .Reviews.IgnoreQueryFilters([QueryFilters.Owner])
                .Where(review => review.OpenedAt >= Club.Due)
                .ToListAsync();
            var subjects = await db
                .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
                .Where(outboxMessage => outboxMessage.CreatedAt >= Club.Due)
                .Select(outboxMessage => outboxMessage.SubjectId!.Value)
                .ToListAsync();
            var first = IsoWeek.Monday(DateOnly.FromDateTime(Club.Due));
            var sightings = await db
                .ForecastRecords.IgnoreQueryFilters([QueryFilters.Owner])
                .Where(forecastRecord => forecastRecord.Week >= first)
                .GroupBy(forecastRecord => forecastRecord.OwnerId)
                .Select(own => own.Count())
                .ToListAsync();
            var open = await db
                .Reviews.IgnoreQueryFilters([QueryFilters.Owner])
                .Where(review => review.State == ReviewState.Open)
                .Select(review => review.OwnerId)
                .ToListAsync();
            var weeks = Enumerable.Range(0, week).Select(number => first.AddDays(7 * number)).ToHashSet();
            var (lost, doubled) = (0, 0);
            for (var member = 0; member < people; member++)
            {
                var own = reviews
                    .Where(review => review.OwnerId == Club.PersonId(member))
                    .Select(review => IsoWeek.Monday(review.Date))
                    .ToList();
                lost += weeks.Except(own).Count();
                doubled += own.Count - own.Distinct().Count();
            }

            // One message a review, one open review a person, two forecast records a person and week
            var trouble =
                reviews.Count
                - subjects.Intersect(reviews.Select(review => review.Id)).Count()
                + Math.Abs(subjects.Count - reviews.Count)
                + (open.Count - open.Distinct().Count())
                + Math.Abs(people - open.Distinct().Count())
                + sightings.Count(number => number != 2 * week)
                + Math.Abs(people - sightings.Count);
            return new Tally(reviews.Count, lost, doubled, 0, trouble);
        });
}
