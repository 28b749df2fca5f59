namespace CareerCompass.Domain.Directions;

/// <summary>Whole percentages that sum to 100.</summary>
public static class Shares
{
    /// <summary>Distributes 100 in proportion to the weights by the largest remainder method; ties favor earlier items.
    /// Negative weights count as zero, and if all weights are zero, the shares are equal.</summary>
    public static IReadOnlyList<int> Distribute(IReadOnlyList<int> weights)
    {
        if (weights.Count == 0)
        {
            return [];
        }

        var parts = weights.Select(weight => (long)Math.Max(0, weight)).ToList();
        if (parts.TrueForAll(part => part == 0))
        {
            parts = [.. parts.Select(_ => 1L)];
        }

        var total = parts.Sum();
        var shares = parts.Select(part => (int)(part * 100 / total)).ToArray();

        // There are fewer points left than items with a remainder, so a zero weight gets nothing
        var next = Enumerable
            .Range(0, shares.Length)
            .OrderByDescending(index => parts[index] * 100 % total)
            .ThenBy(index => index);
        foreach (var index in next.Take(100 - shares.Sum()))
        {
            shares[index]++;
        }

        return shares;
    }

    /// <summary>Describes a sum; {0} is the sum and {1} the difference from 100.</summary>
    public static string DescribeSum(int sum) =>
        sum switch
        {
            100 => "This adds up to 100 %.",
            < 100 => "This adds up to {0} %: {1} % left to assign.",
            _ => "This adds up to {0} %: {1} % too much.",
        };
}
