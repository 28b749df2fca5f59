using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <param name="GoalFacts">Of active and paused goals, by person.</param>
/// <param name="Prompts">Open, snoozed or in their quiet period, by person.</param>
/// <param name="RecordedStatuses">Of the last weeks.</param>
/// <param name="PlannedWeeks">The last weeks for which a week plan is kept.</param>
internal sealed record SweepContext(
    ILookup<Guid, GoalFacts> GoalFacts,
    Func<Guid, LastReviewDates> LastReviews,
    ILookup<Guid, Prompt> Prompts,
    Func<Guid, DateOnly, Forecaster> Forecaster,
    IReadOnlyDictionary<(Guid GoalId, DateOnly Week), GoalStatusKind> RecordedStatuses,
    IReadOnlySet<(Guid OwnerId, DateOnly Week)> PlannedWeeks,
    RuleContextLoader Rules
)
{
    private const int RecordedWeeks = 4;

    /// <summary>The goals that were off course or drifting when last recorded before a week.</summary>
    public IReadOnlySet<Guid> GoalsOffCourseBefore(DateOnly week) =>
        RecordedStatuses
            .Where(record => record.Key.Week < week)
            .GroupBy(record => record.Key.GoalId)
            .Where(goal =>
                goal.MaxBy(record => record.Key.Week).Value is GoalStatusKind.OffCourse or GoalStatusKind.Drifting
            )
            .Select(goal => goal.Key)
            .ToHashSet();

    /// <summary>Uses the same number of statements for one person and for hundreds.</summary>
    public static async Task<SweepContext> LoadAsync(
        CompassDb db,
        List<Person> people,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var ids = people.Select(person => person.Id).ToList();
        var today = DateOnly.FromDateTime(now);
        var yesterday = today.AddDays(-1);
        var quiet = today.AddDays(-PromptRules.MaxQuietDays - 1);
        var goals = db
            .Goals.OfAllOwners()
            .Where(goal =>
                ids.Contains(goal.OwnerId) && (goal.State == GoalState.Active || goal.State == GoalState.Paused)
            );
        var facts = await db.Facts(goals).AsNoTracking().ToListAsync(cancellation);
        var rows = (
            await db.ForecastRows(db.People.OfAllOwners().Where(person => ids.Contains(person.Id)), yesterday)
                .ToListAsync(cancellation)
        ).ToLookup(row => row.OwnerId);
        var week = IsoWeek.Monday(today).AddDays(-7 * RecordedWeeks);
        var reviews = await db
            .Reviews.OfAllOwners()
            .Where(review => ids.Contains(review.OwnerId))
            .GroupBy(review => new { review.OwnerId, review.Kind })
            .Select(group => new
            {
                group.Key.OwnerId,
                group.Key.Kind,
                Date = group.Max(review => review.Date),
            })
            .ToListAsync(cancellation);
        var prompts = await db
            .Prompts.OfAllOwners()
            .Where(prompt =>
                ids.Contains(prompt.OwnerId)
                && (
                    prompt.State == PromptState.Open
                    || prompt.State == PromptState.Snoozed
                    || prompt.QuietUntil > yesterday
                    || (prompt.QuietUntil == null && prompt.QuietFrom > quiet)
                )
            )
            .ToListAsync(cancellation);
        var capacities = await db
            .Capacities.OfAllOwners()
            .Where(capacity => ids.Contains(capacity.OwnerId))
            .OrderBy(capacity => capacity.FromWeek)
            .Select(capacity => new
            {
                capacity.OwnerId,
                capacity.FromWeek,
                capacity.Minutes,
            })
            .ToListAsync(cancellation);
        var recorded = await db
            .ForecastRecords.OfAllOwners()
            .Where(forecastRecord => ids.Contains(forecastRecord.OwnerId) && forecastRecord.Week >= week)
            .Select(forecastRecord => new
            {
                forecastRecord.GoalId,
                forecastRecord.Week,
                forecastRecord.Status,
            })
            .ToListAsync(cancellation);
        var planned = await db
            .WeekPlanTasks.OfAllOwners()
            .Where(row => ids.Contains(row.OwnerId) && row.Week >= week)
            .Select(row => new { row.OwnerId, row.Week })
            .Distinct()
            .ToListAsync(cancellation);
        var hours = capacities.ToLookup(row => row.OwnerId, row => new WeekMinutes(row.FromWeek, row.Minutes));
        var days = reviews.ToLookup(review => review.OwnerId);
        return new SweepContext(
            facts.ToLookup(fact => fact.OwnerId),
            owner =>
                days[owner].Aggregate(default(LastReviewDates), (last, review) => last.With(review.Kind, review.Date)),
            prompts.ToLookup(prompt => prompt.OwnerId),
            (owner, day) => ForecastQueries.CreateForecaster([.. rows[owner]], [.. hours[owner]], day),
            recorded.ToDictionary(row => (row.GoalId, row.Week), row => row.Status),
            planned.Select(row => (row.OwnerId, row.Week)).ToHashSet(),
            await RuleContextLoader.LoadAsync(db, ids, now, cancellation)
        );
    }
}
