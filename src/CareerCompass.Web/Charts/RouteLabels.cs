namespace CareerCompass.Web.Charts;

public static class RouteLabels
{
    public const int LineLength = 22;

    /// <summary>Label lanes. Labels that do not fit appear only in the table.</summary>
    public const int MaxLanes = 5;

    // Width of a 13 px character on a line of 860 px, and the gap between two labels
    private const double Character = 0.0078;
    private const double Gap = 0.012;
    private const double Edge = 0.075;

    /// <summary>Wraps a title to at most two lines, with an ellipsis if needed.</summary>
    public static (string First, string? Second) Wrap(string title, int length = LineLength)
    {
        if (title.Length <= length)
        {
            return (title, null);
        }

        var space = title.LastIndexOf(' ', length);
        var (first, rest) =
            space > length / 3
                ? (title[..space], title[(space + 1)..])
                : (Cut(title, length, ""), title[Cut(title, length, "").Length..]);
        return (first.TrimEnd(), rest.Length <= length ? rest : Cut(rest, length - 1, "…"));
    }

    /// <summary>The SVG text anchor ("start", "middle" or "end") that keeps a label inside the chart.</summary>
    public static string Anchor(double at) =>
        at > 1 - Edge ? "end"
        : at < Edge ? "start"
        : "middle";

    internal static IReadOnlyList<RouteChart.RouteMilestone> AssignLanes(
        IReadOnlyList<RouteChart.RouteMilestone> routeMilestones
    )
    {
        var taken = Enumerable.Repeat(-1d, MaxLanes).ToArray();
        var placed = routeMilestones.ToArray();

        foreach (var index in Enumerable.Range(0, routeMilestones.Count))
        {
            var (from, to) = Reach(routeMilestones[index]);
            var lane = Array.FindIndex(taken, end => end <= from);
            if (lane < 0 && routeMilestones[index].IsTarget)
            {
                lane = MaxLanes - 1;
            }

            if (lane >= 0)
            {
                taken[lane] = to + Gap;
            }

            placed[index] = routeMilestones[index] with { Lane = lane };
        }

        return placed;
    }

    private static (double From, double To) Reach(RouteChart.RouteMilestone routeMilestone)
    {
        // The date below the title takes about ten characters, or twenty with its state
        var (first, second) = Wrap(routeMilestone.Title);
        var width = Character * Math.Max(Math.Max(first.Length, second?.Length ?? 0), routeMilestone.IsLate ? 18 : 11);
        return Anchor(routeMilestone.Position) switch
        {
            "start" => (routeMilestone.Position, routeMilestone.Position + width),
            "end" => (routeMilestone.Position - width, routeMilestone.Position),
            _ => (routeMilestone.Position - (width / 2), routeMilestone.Position + (width / 2)),
        };
    }

    // Do not split a surrogate pair
    private static string Cut(string text, int length, string end) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + end;
}
