namespace CareerCompass.Domain.Directions;

/// <summary>
/// Where a person's attention went in a number of days, beside where they want it: minutes of effort by focus area. Pure, so
/// that a picture and a prompt about drift tell the same.
/// </summary>
/// <param name="Days">How many days, today among them.</param>
/// <param name="Parts">One for each focus area, in the person's order; then one for what went elsewhere, if anything did.</param>
public sealed record Attention(int Days, IReadOnlyList<Attention.Part> Parts)
{
    /// <summary>Four weeks.</summary>
    public const int Lately = 28;

    /// <summary>Twelve weeks.</summary>
    public const int Longer = 84;

    /// <summary>Points of a hundred from which on a difference is worth a word.</summary>
    public const int Noticeable = 10;

    public int Minutes { get; } = Parts.Sum(part => part.Minutes);

    /// <summary>The area that got most beyond what is wanted, if it is much.</summary>
    public Part? TooMuch => Parts.Where(part => part.AreaId is not null && part.Drift >= Noticeable).MaxBy(part => part.Drift);

    /// <summary>The area that fell short most of what is wanted, if it is much.</summary>
    public Part? TooLittle => Parts.Where(part => part.AreaId is not null && part.Drift <= -Noticeable).MinBy(part => part.Drift);

    /// <param name="areas">In the person's order.</param>
    /// <param name="spent">Effort of at least the days that count; of no area, or of one that is not named, it went elsewhere.</param>
    public static Attention Of(IReadOnlyList<Wanted> areas, IEnumerable<Spent> spent, DateOnly today, int days)
    {
        var known = areas.Select(area => (Guid?)area.Id).ToHashSet();
        var counted = spent.Where(effort => effort.Day <= today && effort.Day > today.AddDays(-days))
            .ToLookup(effort => known.Contains(effort.AreaId) ? effort.AreaId : null, effort => effort.Minutes);
        var minutes = areas.Select(area => counted[area.Id].Sum()).Append(counted[null].Sum()).ToList();
        var shares = minutes.Exists(some => some > 0) ? Shares.AddUp(minutes) : [.. minutes];
        var parts = areas.Select((area, at) => new Part(area.Id, area.Name, area.Share, minutes[at], shares[at])).ToList();
        if (minutes[^1] > 0)
        {
            parts.Add(new Part(null, "", 0, minutes[^1], shares[^1]));
        }

        return new Attention(days, parts);
    }

    /// <summary>A focus area and the percent of attention wanted for it.</summary>
    public sealed record Wanted(Guid Id, string Name, int Share);

    /// <summary>Minutes logged on a day for goals of an area.</summary>
    public sealed record Spent(Guid? AreaId, DateOnly Day, int Minutes);

    /// <param name="AreaId">Null for what went elsewhere.</param>
    /// <param name="Share">The percent of attention wanted.</param>
    /// <param name="Got">The percent of the minutes it got; all of them sum to 100, or to nothing when nothing was logged.</param>
    public sealed record Part(Guid? AreaId, string Name, int Share, int Minutes, int Got)
    {
        /// <summary>By how many points of a hundred it got more than is wanted, or less.</summary>
        public int Drift => Got - Share;
    }
}
