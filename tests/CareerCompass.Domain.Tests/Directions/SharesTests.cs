using CareerCompass.Domain.Directions;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Directions;

public class SharesTests
{
    private static readonly Arbitrary<List<int>> Weights = Gen.Choose(0, 100_000)
        .NonEmptyListOf()
        .Select(list => list.ToList())
        .ToArbitrary();

    [Theory]
    [InlineData(new[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new[] { 40, 30, 20 }, new[] { 45, 33, 22 })]
    [InlineData(new[] { 0, 0 }, new[] { 50, 50 })]
    [InlineData(new[] { 0, 7, 0 }, new[] { 0, 100, 0 })]
    [InlineData(new[] { -5, 10 }, new[] { 0, 100 })]
    [InlineData(new[] { int.MaxValue, int.MaxValue, 1 }, new[] { 50, 50, 0 })]
    [InlineData(new int[0], new int[0])]
    public void Weights_become_percents_by_largest_remainder(int[] weights, int[] shares) =>
        Assert.Equal(shares, Shares.Distribute(weights));

    [Fact]
    public void They_always_sum_to_a_hundred() => Holds(weights => Assert.Equal(100, Shares.Distribute(weights).Sum()));

    [Fact]
    public void None_is_a_whole_point_away_from_its_exact_part() =>
        Holds(weights =>
        {
            var total = weights.Sum();
            Assert.All(weights.Zip(Shares.Distribute(weights)), pair =>
                Assert.True(total == 0 || Math.Abs(pair.Second - (100.0 * pair.First / total)) < 1)
            );
        });

    [Fact]
    public void Who_weighs_more_gets_no_less() =>
        Holds(weights =>
        {
            var all = weights.Zip(Shares.Distribute(weights)).ToList();
            Assert.All(all, a => Assert.All(all, b => Assert.True(a.First <= b.First || a.Second >= b.Second)));
        });

    [Fact]
    public void What_sums_to_a_hundred_already_stays() =>
        Holds(weights =>
        {
            var shares = Shares.Distribute(weights);
            Assert.Equal(shares, Shares.Distribute(shares));
        });

    [Fact]
    public void A_weight_of_nothing_gets_nothing() =>
        Holds(weights =>
            Assert.All(weights.Append(1).Zip(Shares.Distribute([.. weights, 1])), pair =>
                Assert.True(pair.First > 0 || pair.Second == 0)
            )
        );

    private static void Holds(Action<List<int>> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Weights, check));
}
