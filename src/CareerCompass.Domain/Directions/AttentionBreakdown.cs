namespace CareerCompass.Domain.Directions;

/// <summary>Logged minutes by focus area, compared with the wanted shares.</summary>
/// <param name="Areas">One entry per focus area in the person's order, then one for other time, if any.</param>
public sealed record AttentionBreakdown(int Days, IReadOnlyList<AttentionBreakdown.AreaAttention> Areas)
{
    public const int RecentDays = 28;

    public const int LongTermDays = 84;

    /// <summary>Percentage points from which a difference counts as drift.</summary>
    public const int DriftThreshold = 10;

    public int Minutes { get; } = Areas.Sum(areaAttention => areaAttention.Minutes);

    /// <summary>The area that exceeds its wanted share the most, by <see cref="DriftThreshold"/> or more.</summary>
    public AreaAttention? OverservedArea =>
        Areas
            .Where(areaAttention => areaAttention.AreaId is not null && areaAttention.Drift >= DriftThreshold)
            .MaxBy(areaAttention => areaAttention.Drift);

    /// <summary>The area that falls short the most, by <see cref="DriftThreshold"/> or more.</summary>
    public AreaAttention? UnderservedArea =>
        Areas
            .Where(areaAttention => areaAttention.AreaId is not null && areaAttention.Drift <= -DriftThreshold)
            .MinBy(areaAttention => areaAttention.Drift);

    /// <param name="areaTimeEntry">Entries without a listed area count as other time.</param>
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

    public sealed record FocusAreaShare(Guid Id, string Name, int Share);

    public sealed record AreaTimeEntry(Guid? AreaId, DateOnly Day, int Minutes);

    /// <param name="AreaId">Null for other time.</param>
    /// <param name="ActualShare">Percent of the logged minutes; 0 when nothing was logged.</param>
    public sealed record AreaAttention(Guid? AreaId, string Name, int WantedShare, int Minutes, int ActualShare)
    {
        /// <summary>Percentage points above (or below) the wanted share.</summary>
        public int Drift => ActualShare - WantedShare;
    }
}
