using CareerCompass.Domain.Directions;
using CareerCompass.Web.Charts;

namespace CareerCompass.Web.Tests.Charts;

public sealed class CompassRoseTests
{
    private static readonly DateOnly Today = new(2027, 3, 3);

    [Fact]
    public void Areas_stand_around_the_dial_in_their_order_from_the_top()
    {
        var rose = Rose([40, 30, 20, 10]);
        Assert.Equal([0, 90, 180, 270], rose.Petals.Select(petal => petal.Angle));
        Assert.Equal((0, -CompassRose.Radius), Round(rose.Petals[0].Outline[2]));
        Assert.True(rose.Petals[1].Outline[2] is { X: > 0, Y: < 1 and > -1 }, "The second of four points east.");
    }

    [Fact]
    public void What_is_wanted_is_drawn_by_area()
    {
        var rose = Rose([40, 10, 50]);
        var areas = rose.Petals.Select(petal => AreaOf(petal.Outline)).ToList();
        Assert.Equal(4, areas[0] / areas[1], 6);
        Assert.Equal(50 / 40.0, areas[2] / areas[0], 6);
        Assert.Equal(CompassRose.Radius, Distance(rose.Petals[2].Outline[2]), 6);
    }

    [Fact]
    public void What_it_got_fills_half_of_what_the_same_share_wanted_would_take()
    {
        var rose = Rose([50, 50], lately: [100, 0], longer: [50, 50]);
        var (first, second) = (rose.Petals[0], rose.Petals[1]);
        Assert.Equal(AreaOf(first.Outline), AreaOf(first.RecentFill), 6);
        Assert.Equal(AreaOf(first.Outline) / 2, AreaOf(first.LongTermFill), 6);
        Assert.Empty(second.RecentFill);
        Assert.NotEmpty(second.LongTermFill);
    }

    [Fact]
    public void The_last_weeks_are_on_the_right_and_more_of_them_on_the_left_as_seen_from_the_centre()
    {
        foreach (var petal in Rose([20, 20, 20, 20, 20], lately: [1, 2, 3, 4, 5], longer: [5, 4, 3, 2, 1]).Petals)
        {
            var ahead = CompassRose.PointAt(petal.Angle, 1);
            Assert.All(petal.RecentFill, point => Assert.True((ahead.X * point.Y) - (ahead.Y * point.X) > -1e-9));
            Assert.All(petal.LongTermFill, point => Assert.True((ahead.X * point.Y) - (ahead.Y * point.X) < 1e-9));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public void No_point_of_the_star_reaches_into_another_or_beyond_the_dial(int count)
    {
        var rose = Rose(
            [.. Shares.Distribute([.. Enumerable.Range(1, count)])],
            lately: [.. Enumerable.Range(1, count).Reverse()],
            longer: [.. Enumerable.Repeat(1, count)]
        );
        foreach (var petal in rose.Petals)
        {
            foreach (
                var point in petal
                    .Outline.Concat(petal.RecentFill)
                    .Concat(petal.LongTermFill)
                    .Where(point => Distance(point) > 0)
            )
            {
                var away = Math.Abs(
                    (((Math.Atan2(point.X, -point.Y) * 180 / Math.PI) - petal.Angle + 540) % 360) - 180
                );
                Assert.InRange(away, 0, (180.0 / count) + 1e-6);
                Assert.InRange(Distance(point), 0, CompassRose.Radius + 1e-6);
            }
        }
    }

    [Fact]
    public void What_went_elsewhere_has_a_point_of_its_own_without_an_outline()
    {
        var areas = Areas([100]);
        AttentionBreakdown.AreaTimeEntry[] areaTimeEntry =
        [
            new(null, Today.AddDays(-40), 60),
            new(areas[0].Id, Today, 60),
        ];
        var rose = CompassRose.Create(
            AttentionBreakdown.From(areas, areaTimeEntry, Today, AttentionBreakdown.RecentDays),
            AttentionBreakdown.From(areas, areaTimeEntry, Today, AttentionBreakdown.LongTermDays)
        );

        Assert.Equal(2, rose.Petals.Count);
        var elsewhere = rose.Petals[1];
        Assert.Equal(
            (null, "", 0, 50),
            (elsewhere.AreaId, elsewhere.Name, elsewhere.Recent.ActualShare, elsewhere.LongTerm.ActualShare)
        );
        Assert.Empty(elsewhere.Outline);
        Assert.Empty(elsewhere.RecentFill);
        Assert.NotEmpty(elsewhere.LongTermFill);
    }

    [Fact]
    public void Rings_lie_within_the_dial()
    {
        var rose = Rose([40, 60]);
        Assert.Equal([10, 25, 50], rose.Rings.Select(ring => ring.Percent));
        Assert.Equal(CompassRose.Radius * Math.Sqrt(25 / 60.0), rose.Rings[1].Radius, 6);
    }

    [Theory]
    [InlineData("Craft", "Craft")]
    [InlineData("Engineering craft", "Engineering|craft")]
    [InlineData("Being known for what I do and how I do it", "Being known|for what I|do and how…")]
    [InlineData("Unternehmensentwicklung", "Unternehme…")]
    public void Names_are_broken_into_lines_that_fit(string name, string lines) =>
        Assert.Equal(lines.Split('|'), new CompassRose.Label(default, 1, 0.5, 11).WrapText(name));

    [Fact]
    public void Labels_fit_beside_the_dial_and_above_it()
    {
        foreach (var label in Rose([.. Enumerable.Repeat(10, 9)]).Petals.Select(petal => petal.Label))
        {
            var reach = label.MaxCharacters * 8.0 * (label.Alignment == 0 ? 0.5 : 1);
            Assert.True(Math.Abs(label.At.X) + reach <= CompassRose.HalfWidth + 0.5, label.ToString());
            Assert.True(label.MaxCharacters >= 10, label.ToString());
            var top = label.At.Y - (label.VerticalShift * 4 * 15);
            Assert.InRange(top, -CompassRose.HalfHeight - 12, CompassRose.HalfHeight - (4 * 15) + 12);
        }
    }

    private static List<AttentionBreakdown.FocusAreaShare> Areas(IEnumerable<int> wanted) =>
        [
            .. wanted.Select(
                (share, at) => new AttentionBreakdown.FocusAreaShare(Guid.CreateVersion7(), $"Area {at}", share)
            ),
        ];

    private static CompassRose Rose(int[] wanted, int[]? lately = null, int[]? longer = null)
    {
        var areas = Areas(wanted);
        AttentionBreakdown Of(int[]? minutes, int days) =>
            AttentionBreakdown.From(
                areas,
                (minutes ?? []).Select((some, at) => new AttentionBreakdown.AreaTimeEntry(areas[at].Id, Today, some)),
                Today,
                days
            );
        return CompassRose.Create(
            Of(lately, AttentionBreakdown.RecentDays),
            Of(longer, AttentionBreakdown.LongTermDays)
        );
    }

    private static double Distance(CompassRose.Point point) => Math.Sqrt((point.X * point.X) + (point.Y * point.Y));

    private static double AreaOf(IReadOnlyList<CompassRose.Point> points) =>
        Math.Abs(
            points
                .Zip(points.Skip(1).Append(points[0]))
                .Sum(pair => (pair.First.X * pair.Second.Y) - (pair.Second.X * pair.First.Y))
        ) / 2;

    private static (double X, double Y) Round(CompassRose.Point point) =>
        (Math.Round(point.X, 6), Math.Round(point.Y, 6));
}
