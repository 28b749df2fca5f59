namespace CareerCompass.Web.Charts;

/// <summary>The vertical route chart for phones: one row per milestone, with time linear between rows.</summary>
/// <param name="Height">In SVG units.</param>
public sealed record VerticalRouteChart(
    double Height,
    IReadOnlyList<(RouteChart.RouteMilestone RouteMilestone, double Y)> Rows,
    double? Today,
    double Elapsed,
    double PlannedEnd,
    (double From, double To)? ForecastBand,
    IReadOnlyList<VerticalRouteChart.EarlierPlan> EarlierPlans
)
{
    public const double Top = 26;
    public const double RowHeight = 62;

    public sealed record EarlierPlan(DateOnly SupersededOn, double Target, IReadOnlyList<double> Milestones);

    public static VerticalRouteChart Create(RouteChart chart)
    {
        var rows = chart
            .Milestones.Select((routeMilestone, index) => (routeMilestone, Y: Top + 20 + (index * RowHeight)))
            .ToList();
        var last = rows[^1];

        // One more row when the chart extends beyond the last milestone
        var end = last.Y + (chart.End > last.routeMilestone.Date ? RowHeight : 0);
        double Down(double at)
        {
            var (fromAt, fromY) = (0d, Top);
            foreach (var (routeMilestone, y) in rows.Append((last.routeMilestone with { Position = 1 }, end)))
            {
                if (at <= routeMilestone.Position)
                {
                    return routeMilestone.Position - fromAt < 1e-9
                        ? y
                        : fromY + ((y - fromY) * (at - fromAt) / (routeMilestone.Position - fromAt));
                }

                (fromAt, fromY) = (routeMilestone.Position, y);
            }

            return end;
        }

        return new VerticalRouteChart(
            end + 28,
            rows,
            chart.Today is { } today ? Down(today) : null,
            chart.Elapsed > 0 ? Down(chart.Elapsed) : 0,
            last.Y,
            chart.ForecastBand is { } band ? (Down(band.From), Down(band.To)) : null,
            [
                .. chart.EarlierPlans.Select(earlierPlan => new EarlierPlan(
                    earlierPlan.SupersededOn,
                    Down(earlierPlan.Target),
                    [.. earlierPlan.Milestones.Select(stop => Down(stop.At))]
                )),
            ]
        );
    }
}
