using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

/// <summary>What every page wants to know of the person who looks at it.</summary>
/// <param name="BounceReason">What a mail server said when it refused mail to their address for good; null while mail may arrive.</param>
/// <param name="LastEvaluatedAt">When their goals were last looked at.</param>
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
    /// <summary>UTC should this system know the zone no longer: better that than no page at all.</summary>
    public TimeZoneInfo TimeZone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Minutes a week, from a week on.</summary>
    public IReadOnlyList<WeekMinutes> Hours =>
        [.. Capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))];

    /// <summary>Minutes a week on a day.</summary>
    public int CapacityOn(DateOnly day) => PersonQueries.CapacityOn(Capacities, day);
}
