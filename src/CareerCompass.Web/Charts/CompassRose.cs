using CareerCompass.Domain.Directions;

namespace CareerCompass.Web.Charts;

/// <summary>Wanted and actual attention as a compass rose, with one petal per focus area. The outline is the wanted
/// share; the right half is filled by recent weeks, the left half by the longer period. Petal areas are proportional to
/// shares. The origin is the center; y grows downwards.</summary>
/// <param name="MaxShare">The percentage that reaches <see cref="Radius"/>.</param>
public sealed record CompassRose(
    IReadOnlyList<CompassRose.Petal> Petals,
    IReadOnlyList<(int Percent, double Radius)> Rings,
    int MaxShare
)
{
    public const double Radius = 104;

    public const double HalfWidth = 210;

    public const double HalfHeight = 172;

    private const double LetterWidth = 8;
    private const int MaxLabelLines = 3;

    // The widest point of a petal, as a fraction of its length, and the maximum angle
    private const double PetalWaist = 0.34;
    private const double WidestAngle = 42;

    public readonly record struct Point(double X, double Y);

    /// <param name="Name">Empty for other time.</param>
    /// <param name="Angle">Degrees, clockwise from the top.</param>
    /// <param name="Outline">Center, right, tip, left; empty when no attention is wanted.</param>
    public sealed record Petal(
        Guid? AreaId,
        string Name,
        AttentionBreakdown.AreaAttention Recent,
        AttentionBreakdown.AreaAttention LongTerm,
        double Angle,
        IReadOnlyList<Point> Outline,
        IReadOnlyList<Point> RecentFill,
        IReadOnlyList<Point> LongTermFill,
        Label Label
    );

    /// <summary>The placement of a label.</summary>
    /// <param name="Alignment">Text anchor: -1 is the end, 0 the middle, 1 the start.</param>
    /// <param name="VerticalShift">Upward shift of the lines: 1 places them above the point, 0 below.</param>
    public sealed record Label(Point At, int Alignment, double VerticalShift, int MaxCharacters)
    {
        public IReadOnlyList<string> WrapText(string text)
        {
            var lines = new List<string> { "" };
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var line = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
                if (line.Length <= MaxCharacters || lines[^1].Length == 0)
                {
                    lines[^1] = line;
                }
                else
                {
                    lines.Add(word);
                }
            }

            var cut = lines
                .Take(MaxLabelLines)
                .Select(line => line.Length <= MaxCharacters ? line : line[..(MaxCharacters - 1)].TrimEnd() + "…")
                .ToList();
            cut[^1] =
                lines.Count > MaxLabelLines && !cut[^1].EndsWith('…')
                    ? cut[^1][..Math.Min(cut[^1].Length, MaxCharacters - 1)] + "…"
                    : cut[^1];
            return cut;
        }
    }

    /// <param name="longer">Covers the days of <paramref name="lately"/> and more.</param>
    public static CompassRose Create(AttentionBreakdown lately, AttentionBreakdown longer)
    {
        var most = Math.Max(
            1,
            lately
                .Areas.Concat(longer.Areas)
                .Max(areaAttention => Math.Max(areaAttention.ActualShare, areaAttention.WantedShare))
        );
        var petals = longer
            .Areas.Select(
                (areaAttention, at) =>
                {
                    var bearing = 360.0 * at / longer.Areas.Count;
                    var half = Math.Min(180.0 / longer.Areas.Count, WidestAngle);
                    var recent = lately.Areas.FirstOrDefault(other => other.AreaId == areaAttention.AreaId)
                        ?? areaAttention with
                        {
                            Minutes = 0,
                            ActualShare = 0,
                        };
                    var (want, right, left) = (
                        Star(areaAttention.WantedShare),
                        Star(recent.ActualShare),
                        Star(areaAttention.ActualShare)
                    );
                    return new Petal(
                        areaAttention.AreaId,
                        areaAttention.Name,
                        recent,
                        areaAttention,
                        bearing,
                        want,
                        [.. right.Take(3)],
                        left.Count == 0 ? [] : [left[0], left[2], left[3]],
                        LabelAt(bearing)
                    );

                    List<Point> Star(int share)
                    {
                        var length = Length(share, most);
                        return share == 0
                            ? []
                            :
                            [
                                default,
                                PointAt(bearing + half, length * PetalWaist),
                                PointAt(bearing, length),
                                PointAt(bearing - half, length * PetalWaist),
                            ];
                    }
                }
            )
            .ToList();
        int[] rings = [10, 25, 50, 75];
        return new CompassRose(
            petals,
            [.. rings.Where(percent => percent < most).Select(percent => (percent, Length(percent, most)))],
            most
        );
    }

    public static Point PointAt(double bearing, double distance)
    {
        var angle = bearing * Math.PI / 180;
        return new Point(distance * Math.Sin(angle), -distance * Math.Cos(angle));
    }

    // The square root makes areas proportional to shares
    private static double Length(int share, int most) => Radius * Math.Sqrt((double)share / most);

    private static Label LabelAt(double bearing)
    {
        var at = PointAt(bearing, Radius + 16);
        var side = Math.Abs(at.X) < Radius / 4 ? 0 : Math.Sign(at.X);
        var letters = side == 0 ? 26 : (int)((HalfWidth - Math.Abs(at.X)) / LetterWidth);
        return new Label(at, side, Math.Clamp(0.5 - (at.Y / Radius), 0, 1), letters);
    }
}
