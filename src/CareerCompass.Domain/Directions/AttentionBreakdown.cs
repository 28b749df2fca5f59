namespace CareerCompass.Domain.Directions;

/// <summary>
/// Where a person's attention went in a number of days, beside where they want it: minutes of effort by focus area. Pure, so
/// that a picture and a prompt about drift tell the same.
/// </summary>
/// <param name="Days">How many days, today among them.</param>
/// <param name="Areas">One for each focus area, in the person's order; then one for what went elsewhere, if anything did.</param>
public sealed record AttentionBreakdown(int Days, IReadOnlyList<AttentionBreakdown.AreaAttention> Areas)
{
    /// <summary>Four weeks.</summary>
    public const int RecentDays = 28;

    /// <summary>Twelve weeks.</summary>
    public const int LongTermDays = 84;

    /// <summary>Points of a hundred from which on a difference is worth a word.</summary>
    public const int DriftThreshold = 10;

    public int Minutes { get; } = Areas.Sum(areaAttention => areaAttention.Minutes);

    /// <summary>The area that got most beyond what is wanted, if it is much.</summary>
    public AreaAttention? OverservedArea =>
        Areas
            .Where(areaAttention => areaAttention.AreaId is not null && areaAttention.Drift >= DriftThreshold)
            .MaxBy(areaAttention => areaAttention.Drift);

    /// <summary>The area that fell short most of what is wanted, if it is much.</summary>
    public AreaAttention? UnderservedArea =>
        Areas
            .Where(areaAttention => areaAttention.AreaId is not null && areaAttention.Drift <= -DriftThreshold)
            .MinBy(areaAttention => areaAttention.Drift);

    /// <param name="areas">In the person's order.</param>
    /// <param name="areaTimeEntry">Effort of at least the days that count; of no area, or of one that is not named, it went elsewhere.</param>
    public static AttentionBreakdown From(
        IReadOnlyList<FocusAreaShare> areas,
        IEnumerable<AreaTimeEntry> areaTimeEntry,
        DateOnly today,
        int days
    )
    {
        var known = areas.Select(area => (Guid?)area.Id).ToHashSet();
        var counted = areaTimeEntry
            .Where(entry => entry.Day <= today && entry.Day > today.AddDays(-days))
            .ToLookup(entry => known.Contains(entry.AreaId) ? entry.AreaId : null, entry => entry.Minutes);
        var minutes = areas.Select(area => counted[area.Id].Sum()).Append(counted[null].Sum()).ToList();
        var shares = minutes.Exists(some => some > 0) ? Shares.Distribute(minutes) : [.. minutes];
        var areaAttentions = areas
            .Select((area, index) => new AreaAttention(area.Id, area.Name, area.Share, minutes[index], shares[index]))
            .ToList();
        if (minutes[^1] > 0)
        {
            areaAttentions.Add(new AreaAttention(null, "", 0, minutes[^1], shares[^1]));
        }

        return new AttentionBreakdown(days, areaAttentions);
    }

    /// <summary>A focus area and the percent of attention wanted for it.</summary>
    public sealed record FocusAreaShare(Guid Id, string Name, int Share);

    /// <summary>Minutes logged on a day for goals of an area.</summary>
    public sealed record AreaTimeEntry(Guid? AreaId, DateOnly Day, int Minutes);

    /// <param name="AreaId">Null for what went elsewhere.</param>
    /// <param name="WantedShare">The percent of attention wanted.</param>
    /// <param name="ActualShare">The percent of the minutes it got; all of them sum to 100, or to nothing when nothing was logged.</param>
    public sealed record AreaAttention(Guid? AreaId, string Name, int WantedShare, int Minutes, int ActualShare)
    {
        /// <summary>By how many points of a hundred it got more than is wanted, or less.</summary>
        public int Drift => ActualShare - WantedShare;
    }
}
