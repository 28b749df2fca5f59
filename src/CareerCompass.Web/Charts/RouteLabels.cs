namespace CareerCompass.Web.Charts;

/// <summary>What is written at the stations of a route, and where there is room for it.</summary>
public static class RouteLabels
{
    /// <summary>Characters on a line of a label.</summary>
    public const int LineLength = 22;

    /// <summary>Lanes of labels above each other; who finds no room in them is named in the table only.</summary>
    public const int MaxLanes = 5;

    // Of a character of 13 px on a line of 860, and what is kept free between two labels
    private const double Character = 0.0078;
    private const double Gap = 0.012;
    private const double Edge = 0.075;

    /// <summary>A title on one line or two; what does not fit ends in an ellipsis.</summary>
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

    /// <summary>Which side of its station a label lies on, so that it stays in the picture: "start", "middle" or "end".</summary>
    public static string Anchor(double at) =>
        at > 1 - Edge ? "end"
        : at < Edge ? "start"
        : "middle";

    /// <summary>Gives each label the lowest lane in which it touches no other.</summary>
    internal static IReadOnlyList<RouteChart.RouteMilestone> Place(
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
        // the date under the title takes some ten characters, with its state twenty
        var (first, second) = Wrap(routeMilestone.Title);
        var width = Character * Math.Max(Math.Max(first.Length, second?.Length ?? 0), routeMilestone.IsLate ? 18 : 11);
        return Anchor(routeMilestone.Position) switch
        {
            "start" => (routeMilestone.Position, routeMilestone.Position + width),
            "end" => (routeMilestone.Position - width, routeMilestone.Position),
            _ => (routeMilestone.Position - (width / 2), routeMilestone.Position + (width / 2)),
        };
    }

    // Not through the middle of an emoji
    private static string Cut(string text, int length, string end) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + end;
}
