namespace CareerCompass.Web.Charts;

/// <summary>The route from top to bottom, for phones: a row for each station, and between two of them time runs evenly.</summary>
/// <param name="Height">In units of the picture.</param>
public sealed record RouteColumn(
    double Height, IReadOnlyList<(RouteChart.Stop Stop, double Y)> Rows, double? Today, double Gone, double Planned, (double From, double To)? Band, IReadOnlyList<RouteColumn.Ghost> Ghosts)
{
    public const double Top = 26;
    public const double Row = 62;

    public sealed record Ghost(DateOnly Until, double Target, IReadOnlyList<double> Stops);

    public static RouteColumn Of(RouteChart chart)
    {
        var rows = chart.Stops.Select((stop, index) => (stop, Y: Top + 20 + (index * Row))).ToList();
        var last = rows[^1];

        // where the picture goes on after the last station, it gets a row more
        var end = last.Y + (chart.End > last.stop.Date ? Row : 0);
        double Down(double at)
        {
            var (fromAt, fromY) = (0d, Top);
            foreach (var (stop, y) in rows.Append((last.stop with { At = 1 }, end)))
            {
                if (at <= stop.At)
                {
                    return stop.At - fromAt < 1e-9 ? y : fromY + ((y - fromY) * (at - fromAt) / (stop.At - fromAt));
                }

                (fromAt, fromY) = (stop.At, y);
            }

            return end;
        }

        return new RouteColumn(
            end + 28,
            rows,
            chart.Today is { } today ? Down(today) : null,
            chart.Gone > 0 ? Down(chart.Gone) : 0,
            last.Y,
            chart.Band is { } band ? (Down(band.From), Down(band.To)) : null,
            [.. chart.Ghosts.Select(ghost => new Ghost(ghost.Until, Down(ghost.Target), [.. ghost.Stops.Select(stop => Down(stop.At))]))]);
    }
}
