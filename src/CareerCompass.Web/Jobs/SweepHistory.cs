using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>All that the sweep needs to know of a batch of people.</summary>
/// <param name="Facts">Of active and paused goals, by person.</param>
/// <param name="Last">The days of a person's last reviews.</param>
/// <param name="Open">Open reviews, by person.</param>
/// <param name="Prompts">Open and recent prompts, by goal.</param>
/// <param name="Capacities">In order of weeks, by person.</param>
/// <param name="Sighted">The goals that this week (or the last) has a sighting of.</param>
internal sealed record SweepHistory(
    ILookup<Guid, GoalFacts> Facts,
    Func<Guid, LastReviews> Last,
    ILookup<Guid, Review> Open,
    ILookup<Guid, Prompt> Prompts,
    ILookup<Guid, (DateOnly FromWeek, int Minutes)> Capacities,
    HashSet<(Guid GoalId, DateOnly Week)> Sighted)
{
    /// <summary>Reads it in as many statements for one person as for a hundred.</summary>
    public static async Task<SweepHistory> ReadAsync(CompassDb db, List<Guid> ids, DateTime now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now);
        var quiet = today.AddDays(-Prompt.QuietDays - 1);
        var week = IsoWeek.Monday(today).AddDays(-7);
        var goals = Of(db.Goals).Where(goal => ids.Contains(goal.OwnerId) && (goal.State == GoalState.Active || goal.State == GoalState.Paused));
        var facts = await db.Facts(goals, Forecast.HistoryFrom(today)).AsNoTracking().ToListAsync(cancellation);
        var reviews = await Of(db.Reviews).Where(review => ids.Contains(review.OwnerId)).GroupBy(review => new { review.OwnerId, review.Kind })
            .Select(group => new { group.Key.OwnerId, group.Key.Kind, Date = group.Max(review => review.Date) }).ToListAsync(cancellation);
        var open = await Of(db.Reviews).Where(review => ids.Contains(review.OwnerId) && review.State == ReviewState.Open).ToListAsync(cancellation);
        var prompts = await Of(db.Prompts).Where(prompt => ids.Contains(prompt.OwnerId)
            && (prompt.State == PromptState.Open || prompt.QuietFrom > quiet)).ToListAsync(cancellation);
        var capacities = await Of(db.Capacities).Where(capacity => ids.Contains(capacity.OwnerId)).OrderBy(capacity => capacity.FromWeek)
            .Select(capacity => new { capacity.OwnerId, capacity.FromWeek, capacity.Minutes }).ToListAsync(cancellation);
        var sighted = await Of(db.Sightings).Where(sighting => ids.Contains(sighting.OwnerId) && sighting.Week >= week)
            .Select(sighting => new { sighting.GoalId, sighting.Week }).ToListAsync(cancellation);
        return new SweepHistory(
            facts.ToLookup(fact => fact.OwnerId),
            owner => reviews.Where(review => review.OwnerId == owner).Aggregate(default(LastReviews), (last, review) => last.With(review.Kind, review.Date)),
            open.ToLookup(review => review.OwnerId),
            prompts.ToLookup(prompt => prompt.GoalId),
            capacities.ToLookup(row => row.OwnerId, row => (row.FromWeek, row.Minutes)),
            [.. sighted.Select(row => (row.GoalId, row.Week))]);
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([Filters.Owner]);
}
