namespace CareerCompass.Domain.Directions;

/// <summary>Whole percents that sum to 100.</summary>
public static class Shares
{
    /// <summary>
    /// Distributes 100 in proportion to the weights, by largest remainder; of equal ones the earlier gets more. When nothing
    /// weighs anything, all get the same. Weights below zero count as zero.
    /// </summary>
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

        // What is left is fewer than there are parts with a remainder, so that a weight of nothing gets nothing
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

    /// <summary>What to say of a sum; {0} is the sum, {1} what it is off by.</summary>
    public static string DescribeSum(int sum) =>
        sum switch
        {
            100 => "This adds up to 100 %.",
            < 100 => "This adds up to {0} %: {1} % left to assign.",
            _ => "This adds up to {0} %: {1} % too much.",
        };
}
