using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Persistence;

/// <summary>The signed-in person's data that every page needs.</summary>
/// <param name="BounceReason">The mail server's permanent rejection; null when mail can be delivered.</param>
public sealed record CurrentPerson(
    Guid Id,
    string Name,
    string Zone,
    ReviewRhythm Rhythm,
    bool RemindersEnabled,
    DateTime? NextReviewAt,
    int Version,
    IReadOnlyList<(DateOnly FromWeek, int Minutes)> Capacities,
    string? BounceReason,
    DateTime? LastEvaluatedAt
)
{
    /// <summary>Falls back to UTC if the system no longer knows the zone, so that pages still work.</summary>
    public TimeZoneInfo TimeZone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    public IReadOnlyList<WeekMinutes> WeeklyCapacities =>
        [.. Capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))];

    public int CapacityOn(DateOnly day) => PersonQueries.CapacityOn(Capacities, day);
}
